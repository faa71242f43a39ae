package guichet.local.demo;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Prints messages as they travelled, with whatever could be misused shortened. */
final class Transcript {
    private static final int LONGEST_BODY = 700;

    /** Tokens, secrets, codes and handles of ours, and JWTs. */
    private static final Pattern SECRET =
            Pattern.compile("(g[a-z]{2}_|eyJ)([A-Za-z0-9_-]{4})[A-Za-z0-9_.-]{8,}");

    private static final Pattern NAMED =
            Pattern.compile("((?:password|client_secret|csrf|code_verifier)=)([^&\\s]{3})[^&\\s]*");

    void title(String title) {
        System.out.printf("%n== %s%n", title);
    }

    void request(HttpRequest request, String body) {
        System.out.printf("%n-> %s %s%n", request.method(), shortened(request.uri().toString()));
        header("Authorization", request.headers());
        if (!body.isEmpty()) {
            System.out.println("   " + shortened(body));
        }
    }

    void answer(HttpResponse<String> answer) {
        System.out.println("<- " + answer.statusCode());
        header("Location", answer.headers());
        header("WWW-Authenticate", answer.headers());
        boolean page = answer.body().startsWith("<!DOCTYPE");
        String body = page ? "(a page)" : shortened(answer.body());
        if (!body.isEmpty()) {
            boolean cut = body.length() > LONGEST_BODY;
            System.out.println("   " + (cut ? body.substring(0, LONGEST_BODY) + " …" : body));
        }
    }

    private static void header(String name, HttpHeaders headers) {
        headers.firstValue(name)
                .ifPresent(value -> System.out.printf("   %s: %s%n", name, shortened(value)));
    }

    private static String shortened(String text) {
        String masked = SECRET.matcher(text).replaceAll("$1$2…");
        return NAMED.matcher(masked).replaceAll("$1$2…");
    }
}
