package guichet.oauth.http;

import java.util.List;

/** Paths that a gateway may read in another way than the service behind it. */
public final class AmbiguousPaths {
    private AmbiguousPaths() {}

    /** Each as it stands on the request line, with characters that an address may have. */
    public static List<String> all() {
        return List.of(
                "/internal/resources;%2f..%2f..%2fregister",
                "/internal/codes/redeem;%2f..%2f..%2f..%2fauth",
                "/internal/id-token-hints;%2F..%2F..%2Ftoken",
                "/internal/clients/movies-app%2f..%2f..%2f..%2fregister",
                "/internal;a=b/resources",
                "/internal%3Ba/resources",
                "/internal%2fresources",
                "/register/../internal/resources",
                "/register/./internal",
                "/register/..",
                "/register/..?a=b",
                "/register/..;/internal/resources",
                "/register/%2e%2e/internal/resources",
                "/register/.%2E/internal/resources",
                "/register/%2E./internal/resources",
                "/register/..%2finternal/resources",
                "/register/..%5cinternal/resources",
                "/register//internal",
                "//internal/resources",
                "/%2finternal/resources",
                "/register%00",
                "/assets/../internal",
                "/assets//guichet.css");
    }
}
