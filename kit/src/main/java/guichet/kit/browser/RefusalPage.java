package guichet.kit.browser;

import guichet.kit.error.ErrorBody;

/** A refusal as a page, which stands alone: the service that refuses may have no other file. */
final class RefusalPage {
    private static final String STYLE =
            ":root{color-scheme:light dark;background:light-dark(#fff,#13171f);color:light-dark(#222,#ddd)}"
                    + "body{max-width:32rem;margin:12vh auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;"
                    + "overflow-wrap:anywhere}"
                    + "a{display:inline-block;min-height:24px;color:light-dark(#015887,#7cc4f5)}"
                    + ":focus-visible{outline:3px solid;outline-offset:2px}";

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src %s; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
                    .formatted(PolicyHash.of(STYLE));

    private RefusalPage() {}

    static String of(ErrorBody body, int status) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s · Guichet</title>
          <style>%2$s</style>
        </head>
        <body>
          <main>
            <h1>%1$s</h1>
            <p role="alert">%3$s</p>
            <p><a href="%4$s">What it means, and what to do</a></p>
          </main>
        </body>
        </html>
        """
                .formatted(
                        RefusalWords.title(status, "This address is for programs"),
                        STYLE,
                        escaped(RefusalWords.sentence(body.error().description())),
                        escaped(body.error().reason().page(body.issuer())));
    }

    /** HTML §13.1.4: as text and in quoted attributes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
