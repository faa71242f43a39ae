package guichet.registry.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registry.migration.EarlierVersion;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Clients that registered with an earlier version, when their metadata had a column each. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierClientsTest {
    private static final String TOKEN = "grg_of-an-earlier-version";

    private final Flyway flyway;
    private final String client = UUID.randomUUID().toString();

    EarlierClientsTest(Flyway flyway) {
        this.flyway = flyway;
    }

    @Test
    void all_that_was_registered_is_kept() {
        upgradeWith(
                """
                'Ciné Club', 'https://cine.example', 'Evenings', 'https://cine.example/logo.png',
                'https://cine.example/tos', 'https://cine.example/policy', '{we@cine.example}',
                '{https://cine.example/cb}', 'https://cine.example/sorry', '{authorization_code,refresh_token}',
                '{code}', 'movies:read openid', 'private_key_jwt', 'ES256', '{"keys": [{"kid": "k\\u0000"}]}',
                null, 'PS256', 'https://cine.example/sector', false, true, 'club', '2', 'a.b.c'\
                """);

        registered()
                .body("client_name", equalTo("Ciné Club"))
                .body("client_uri", equalTo("https://cine.example"))
                .body("description", equalTo("Evenings"))
                .body("logo_uri", equalTo("https://cine.example/logo.png"))
                .body("tos_uri", equalTo("https://cine.example/tos"))
                .body("policy_uri", equalTo("https://cine.example/policy"))
                .body("contacts", contains("we@cine.example"))
                .body("redirect_uris", contains("https://cine.example/cb"))
                .body("failure_redirect_uri", equalTo("https://cine.example/sorry"))
                .body("grant_types", contains("authorization_code", "refresh_token"))
                .body("response_types", contains("code"))
                .body("scope", equalTo("movies:read openid"))
                .body("token_endpoint_auth_method", equalTo("private_key_jwt"))
                .body("token_endpoint_auth_signing_alg", equalTo("ES256"))
                .body("jwks.keys[0].kid", equalTo("k\0"))
                .body("introspection_signed_response_alg", equalTo("PS256"))
                .body("application_type", equalTo("web"))
                .body("id_token_signed_response_alg", equalTo("RS256"))
                .body("sector_identifier_uri", equalTo("https://cine.example/sector"))
                .body("frontchannel_logout_session_required", equalTo(false))
                .body("rotate_refresh_tokens", equalTo(false))
                .body("require_pkce", equalTo(true))
                .body("software_id", equalTo("club"))
                .body("software_version", equalTo("2"))
                .body("software_statement", equalTo("a.b.c"));
    }

    @Test
    void what_was_left_out_still_is() {
        upgradeWith(
                """
                null, null, null, null, null, null, '{}', '{https://cine.example/cb}', null,
                '{authorization_code}', '{code}', '', null, null, null, 'https://cine.example/jwks',
                null, null, true, false, null, null, null\
                """);

        registered()
                .body("$", not(hasKey("client_name")))
                .body("scope", equalTo(""))
                .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
                .body("$", not(hasKey("jwks")))
                .body("jwks_uri", equalTo("https://cine.example/jwks"))
                .body("rotate_refresh_tokens", equalTo(true));
    }

    private void upgradeWith(String metadata) {
        try (var earlier = new EarlierVersion(flyway, "15")) {
            earlier.run(
                    """
                    insert into earlier.client
                        (client_id, issued_at, registration_token_sha256, client_name, client_uri, description,
                         logo_uri, tos_uri, policy_uri, contacts, redirect_uris, failure_redirect_uri, grant_types,
                         response_types, scope, token_endpoint_auth_method, token_endpoint_auth_signing_alg, jwks,
                         jwks_uri, introspection_signed_response_alg, sector_identifier_uri,
                         rotate_refresh_tokens, require_pkce, software_id, software_version, software_statement)
                    values ('%s', now(), '%s', %s)\
                    """
                            .formatted(client, OpaqueToken.of(TOKEN).sha256(), metadata));

            earlier.upgrade();
            earlier.handOver("client");
        }
    }

    private ValidatableResponse registered() {
        return given().auth()
                .preemptive()
                .oauth2(TOKEN)
                .get("/register/" + client)
                .then()
                .statusCode(200);
    }
}
