package guichet.system.odd;

import guichet.kit.foreign.OddValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts such as nobody means, by a random source whose seed is known. */
record OddText(RandomGenerator random) {
    private static final List<String> WORDS =
            List.of(
                    "",
                    "a",
                    "0",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "null",
                    "true",
                    "openid",
                    "movies:read",
                    "code",
                    "none",
                    "S256",
                    "authorization_code",
                    "password",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "alice",
                    "é",
                    "\u0130",
                    "\ud83d\ude00",
                    "\u202e",
                    "\ufeff",
                    "\ufffe",
                    "\0",
                    "\u007f",
                    "\t",
                    " ",
                    "\"",
                    "'",
                    "\\",
                    "%",
                    "%00",
                    "%ff",
                    "%2f",
                    "..",
                    "/",
                    "//evil.example",
                    ":",
                    "@",
                    "?",
                    "#",
                    "&",
                    "=",
                    ";",
                    ",",
                    "*",
                    "[",
                    "{",
                    "<script>",
                    "${a}",
                    "{{a}}",
                    "https://cine.example/cb",
                    "https://[::1",
                    "javascript:a",
                    "eyJhbGciOiJub25lIn0.e30.",
                    "eyJhbGciOiJFUzI1NiJ9.e30.AA",
                    "gcs_",
                    "grt_a",
                    "a.b.c",
                    "x".repeat(300),
                    "x".repeat(9_000),
                    "2030-01-01",
                    "*/*;q=1",
                    "bytes=0-",
                    "fr-CA;q=2",
                    "W/\"");

    private static final List<String> NAMES =
            List.of(
                    "access_token",
                    "claims",
                    "client_assertion",
                    "client_assertion_type",
                    "client_id",
                    "client_secret",
                    "code",
                    "code_challenge",
                    "code_challenge_method",
                    "code_verifier",
                    "csrf",
                    "email",
                    "grant_type",
                    "id_token_hint",
                    "login_hint",
                    "max_age",
                    "name",
                    "nonce",
                    "page",
                    "password",
                    "post_logout_redirect_uri",
                    "prompt",
                    "redirect_uri",
                    "refresh_token",
                    "request",
                    "request_uri",
                    "resource",
                    "response_mode",
                    "response_type",
                    "scope",
                    "size",
                    "state",
                    "t",
                    "token",
                    "token_type_hint",
                    "ui_locales",
                    "username",
                    "é",
                    "");

    private static final List<String> MEMBERS =
            List.of(
                    "application_type",
                    "client_name",
                    "contacts",
                    "default_max_age",
                    "grant_types",
                    "jwks",
                    "jwks_uri",
                    "logo_uri",
                    "redirect_uris",
                    "request_uris",
                    "response_types",
                    "scope",
                    "sector_identifier_uri",
                    "software_statement",
                    "subject_type",
                    "token_endpoint_auth_method",
                    "rotate_refresh_tokens",
                    "expires_in",
                    "uses");

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean isOneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** One, two or three words. */
    String text() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> one(WORDS))
                .collect(Collectors.joining());
    }

    /** The value of a header: without line ends, but otherwise whatever there is. */
    String headerValue() {
        String text = text();
        return isOneIn(2) ? text : text.replaceAll("[^ -~]", "");
    }

    /** What may stand between two slashes, mostly encoded. */
    String segment() {
        String text = text();
        return isOneIn(20) ? text.replaceAll("[\0\t ]", "") : encoded(text);
    }

    /** Fields of a form or a query, some of them repeated or broken. */
    String form() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> encoded(one(NAMES)) + (isOneIn(20) ? "" : "=" + formValue()))
                .collect(Collectors.joining("&"));
    }

    private String formValue() {
        return isOneIn(30) ? one(List.of("%", "%zz", "+%", "a=b")) : encoded(text());
    }

    /** JSON, mostly an object with members of a registration. */
    String json() {
        if (isOneIn(5)) {
            return isOneIn(2) ? one(OddValues.ALL) : one(OddValues.NO_JSON);
        }
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> "\"%s\": %s".formatted(one(MEMBERS), one(OddValues.ALL)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
