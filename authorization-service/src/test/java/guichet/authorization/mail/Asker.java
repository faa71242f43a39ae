package guichet.authorization.mail;

import static io.restassured.RestAssured.given;

import guichet.authorization.flow.Visit;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** Somebody who has letters sent to one address after another. */
final class Asker {
    /** How many of so many letters to different addresses are taken. */
    long taken(int letters, Map<String, String> headers) {
        long taken = 0;
        for (int letter = 0; letter < letters; letter++) {
            taken += asksForLetter(headers).statusCode() == 200 ? 1 : 0;
        }
        return taken;
    }

    /** As a browser that was never here before: who is counted is the client. */
    Response asksForLetter(Map<String, String> headers) {
        Response page = given().get("/password-reset");
        return given().cookies(page.getCookies())
                .headers(headers)
                .formParams(
                        Map.of(
                                "csrf",
                                Visit.csrf(page),
                                "email",
                                UUID.randomUUID() + "@people.example"))
                .post("/password-reset");
    }
}
