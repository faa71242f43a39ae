package guichet.registry.registration;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;

/** What the tests send to the registration endpoint. */
final class Registration {
    private Registration() {}

    static ValidatableResponse of(String metadata) {
        return given().contentType("application/json").body(metadata).post("/register").then();
    }

    /** A web application with one member more, or another value of one. */
    static ValidatableResponse with(String member, String json) {
        String name = member.equals("client_name") ? "" : "\"client_name\": \"Ciné Club\",";
        String redirects =
                member.equals("redirect_uris")
                        ? ""
                        : "\"redirect_uris\": [\"https://cine.example/cb\"],";
        return of("{%s %s \"%s\": %s}".formatted(name, redirects, member, json));
    }
}
