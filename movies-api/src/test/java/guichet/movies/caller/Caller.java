package guichet.movies.caller;

import static io.restassured.RestAssured.given;

import guichet.resource.issuer.TestToken;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody with an access token, who calls the API over HTTP. */
public final class Caller {
    private final String token;

    private Caller(TestToken token) {
        this.token = token.signed();
    }

    /** A person nobody has seen before, with this scope. */
    public static Caller person(String scope) {
        return person(UUID.randomUUID().toString(), scope);
    }

    public static Caller person(String subject, String scope) {
        return new Caller(forMovies().subject(subject).scope(scope));
    }

    /** An application acting as itself. */
    public static Caller application(String scope) {
        return new Caller(forMovies().ofApplication().scope(scope));
    }

    public Response gets(String path) {
        return request().get(path);
    }

    public int lists(String film) {
        return request().put("/my-movies/" + film).statusCode();
    }

    public int unlists(String film) {
        return request().delete("/my-movies/" + film).statusCode();
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }

    private static TestToken forMovies() {
        return TestToken.forApi("http://localhost:8090");
    }
}
