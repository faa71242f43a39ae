package guichet.token.client;

import static guichet.token.client.ClientAssertionTest.hmac;
import static guichet.token.client.ClientAssertionTest.signed;
import static guichet.token.client.ClientAssertionTest.token;
import static guichet.token.client.ClientAssertionTest.usual;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import guichet.token.settings.OtherSettings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the settings are strict about clients. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(OtherSettings.class)
class ClientSettingsTest {
    private static final Map<String, String> AS_ITSELF = Map.of("grant_type", "client_credentials");

    @Test
    @Tag("RFC7591-2")
    void only_the_registered_method_is_taken() {
        String client = Neighbours.client("\"client_secret_post\"", "\"client_credentials\"");

        TokenCall.with(basic(client), AS_ITSELF)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        TokenCall.withSecret(client, AS_ITSELF).statusCode(200);
    }

    @Test
    void who_registered_no_method_may_use_either() {
        TokenCall.with(basic(Neighbours.client()), AS_ITSELF).statusCode(200);
        TokenCall.withSecret(Neighbours.client(), AS_ITSELF).statusCode(200);
    }

    @Test
    @Tag("RFC7519-4.1.3")
    void assertions_are_for_the_issuer_and_not_for_its_token_endpoint() {
        String client = Neighbours.assertingClient("client_secret_jwt", "");
        var toEndpoint = usual(client);
        toEndpoint.setAudience(OtherSettings.ISSUER + "/token");
        var toIssuer = usual(client);
        toIssuer.setAudience(OtherSettings.ISSUER);

        token(signed(toEndpoint, "HS256", hmac(Neighbours.SECRET)))
                .statusCode(401)
                .body("error_description", containsString("aud"));
        token(signed(toIssuer, "HS256", hmac(Neighbours.SECRET))).statusCode(200);
    }

    private static RequestSpecification basic(String client) {
        return given().auth().preemptive().basic(client, Neighbours.SECRET);
    }
}
