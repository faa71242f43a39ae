package guichet.token.client;

import static guichet.token.client.ClientAssertionTest.hmac;
import static guichet.token.client.ClientAssertionTest.signed;
import static guichet.token.client.ClientAssertionTest.token;
import static guichet.token.client.ClientAssertionTest.usual;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.kit.registry.ClientKeys;
import guichet.kit.registry.SharedSecrets;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import guichet.token.settings.OtherSettings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
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

    private final Clock clock;
    private final ClientKeys keys;
    private final SharedSecrets secrets;
    private final EndedSecrets endedSecrets;
    private final UsedAssertions used;

    ClientSettingsTest(
            Clock clock,
            ClientKeys keys,
            SharedSecrets secrets,
            EndedSecrets endedSecrets,
            UsedAssertions used) {
        this.clock = clock;
        this.keys = keys;
        this.secrets = secrets;
        this.endedSecrets = endedSecrets;
        this.used = used;
    }

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
    void assertions_cannot_be_set_to_live_for_no_time_or_for_ever() {
        assertThatCode(() -> assertions(Duration.ofMinutes(1))).doesNotThrowAnyException();
        assertThatCode(() -> assertions(Duration.ofDays(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertions(Duration.ofSeconds(59)))
                .hasMessageContaining("guichet.token.client.assertion-lifetime");
        assertThatThrownBy(() -> assertions(Duration.ofHours(25)))
                .hasMessageContaining("guichet.token.client.assertion-lifetime");
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

    private ClientAssertions assertions(Duration lifetime) {
        return new ClientAssertions(
                clock,
                keys,
                secrets,
                endedSecrets,
                used,
                new Settings(lifetime),
                "http://localhost:8080");
    }

    private static RequestSpecification basic(String client) {
        return given().auth().preemptive().basic(client, Neighbours.SECRET);
    }

    record Settings(Duration assertionLifetime) implements ClientConfig {
        @Override
        public boolean registeredMethodOnly() {
            return true;
        }

        @Override
        public boolean issuerAudienceOnly() {
            return true;
        }
    }
}
