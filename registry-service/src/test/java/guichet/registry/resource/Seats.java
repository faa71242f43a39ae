package guichet.registry.resource;

import static io.restassured.RestAssured.given;

import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What an administrator does with an API of the tests. */
final class Seats {
    static final String PATH = "/admin/resources";

    private Seats() {}

    static RequestSpecification administrator() {
        String token =
                TestToken.forApi(TestIssuer.address() + "/admin")
                        .scope("registry:admin")
                        .ofApplication()
                        .signed();
        return given().header("Authorization", "Bearer " + token);
    }

    /** An API of two scopes, with further members. */
    static String api(String name, String members) {
        return """
        {"name": "%s", "identifier": "https://%s.example", "title": "Seats" %s, "scopes": [
          {"name": "%s:read", "words": {"en": "See the seats", "fr": "Voir les places"},
           "granted_to": ["person", "application"], "default": true},
          {"name": "%s:book", "words": {"en": "Book a seat"}, "granted_to": ["person"]}]}\
        """
                .formatted(name, name, members.isEmpty() ? "" : ", " + members, name, name);
    }

    static ValidatableResponse create(String body) {
        return administrator().contentType("application/json").body(body).post(PATH).then();
    }

    static ValidatableResponse replace(String name, String ifMatch, String body) {
        return administrator()
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(PATH + "/" + name)
                .then();
    }

    static ValidatableResponse show(String name) {
        return administrator().get(PATH + "/" + name).then();
    }

    static ValidatableResponse delete(String name, boolean force) {
        return administrator().queryParam("force", force).delete(PATH + "/" + name).then();
    }
}
