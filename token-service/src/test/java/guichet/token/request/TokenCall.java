package guichet.token.request;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import guichet.token.neighbour.Neighbours;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Calls of the token endpoint, and of introspection. */
public final class TokenCall {
    private TokenCall() {}

    public static ValidatableResponse withSecret(String clientId, Map<String, String> parameters) {
        return with(
                given().formParam("client_id", clientId)
                        .formParam("client_secret", Neighbours.SECRET),
                parameters);
    }

    public static ValidatableResponse without(String clientId, Map<String, String> parameters) {
        return with(given().formParam("client_id", clientId), parameters);
    }

    public static ValidatableResponse with(
            RequestSpecification request, Map<String, String> parameters) {
        return request.formParams(parameters).post("/token").then();
    }

    public static ValidatableResponse refresh(String clientId, String refreshToken) {
        return refresh(clientId, refreshToken, Map.of());
    }

    /** The same with these parameters more. */
    public static ValidatableResponse refresh(
            String clientId, String refreshToken, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", refreshToken);
        return withSecret(clientId, parameters);
    }

    /** What a client with a secret is told of a token, RFC 7662 §2.2. */
    public static ValidatableResponse introspect(String clientId, String token) {
        return given().formParam("client_id", clientId)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .post("/introspect")
                .then()
                .statusCode(200);
    }

    /** The refresh token of a fresh grant. */
    public static String refreshToken(String clientId) {
        return requireNonNull(tokens(clientId).get("refresh_token"));
    }

    /** The refresh token of a fresh grant of a public client. */
    public static String refreshTokenWithoutSecret(String clientId) {
        return without(
                        clientId,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                Neighbours.code(clientId)))
                .statusCode(200)
                .extract()
                .path("refresh_token");
    }

    /** The answer to a fresh grant. */
    public static Map<String, String> tokens(String clientId) {
        return withSecret(
                        clientId,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                Neighbours.code(clientId)))
                .statusCode(200)
                .extract()
                .path("$");
    }
}
