package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8252-8.6")
class RememberedApprovalTest {
    private final Visit visit = new Visit();

    @ParameterizedTest
    @CsvSource({
        "client_secret_basic, web,    https://cine.example/cb,         true",
        "client_secret_basic, web,    http://127.0.0.1:9999/cb,        true",
        "client_secret_basic, native, http://[::1]/cb,                 true",
        "client_secret_basic, native, com.example.app:/cb,             true",
        "private_key_jwt,     native, http://127.0.0.1/cb,             true",
        "none,                web,    https://cine.example/cb,         true",
        "none,                native, https://app.cine.example/cb,     true",
        "none,                native, http://127.0.0.1/cb,             false",
        "none,                native, http://[::1]/cb,                 false",
        "none,                web,    http://localhost:9999/cb,        false",
        "none,                native, com.example.app:/cb,             false",
        "none,                web,    com.example.app:/cb,             false",
    })
    void an_approval_counts_again_where_the_application_is_sure_to_be_the_same(
            String method, String type, String redirectUri, boolean counts) {
        Map<String, String> parameters = request(client(method, type, redirectUri));
        parameters.put("redirect_uri", redirectUri);
        visit.authorizes(parameters);

        var again = visit.asks(parameters);
        parameters.put("prompt", "none");
        var silent = visit.asks(parameters);

        if (counts) {
            assertThat(parameter(again, "code")).startsWith("gac_");
            assertThat(parameter(silent, "code")).startsWith("gac_");
        } else {
            assertThat(again.header("Location")).contains("/consent?request=");
            assertThat(parameter(silent, "error")).isEqualTo("consent_required");
        }
    }

    /** OpenID Connect Core §11: to go on without the person is approved together with something. */
    @Test
    @Tag("OIDCC-11")
    void approvals_do_not_add_up_to_what_nobody_approved() {
        String client = offlineClient();
        visit.authorizes(asking(client, "openid offline_access", ""));
        allows(asking(client, "openid movies:write", ""));

        assertThat(silently(asking(client, "openid movies:write", ""))).startsWith("gac_");
        assertThat(silently(asking(client, "openid offline_access", ""))).startsWith("gac_");
        assertThat(silently(asking(client, "openid movies:write offline_access", "")))
                .isEqualTo("consent_required");

        allows(asking(client, "movies:write offline_access", ""));
        assertThat(silently(asking(client, "openid movies:write offline_access", "")))
                .startsWith("gac_");
    }

    @Test
    @Tag("OIDCC-11")
    void nor_do_those_of_single_claims() {
        String client = offlineClient();
        String email = "{\"userinfo\": {\"email\": null}}";
        visit.authorizes(asking(client, "openid offline_access", ""));
        allows(asking(client, "openid", email));

        assertThat(silently(asking(client, "openid", email))).startsWith("gac_");
        assertThat(silently(asking(client, "openid offline_access", email)))
                .isEqualTo("consent_required");

        allows(asking(client, "openid offline_access", email));
        assertThat(silently(asking(client, "openid offline_access", email))).startsWith("gac_");
    }

    private static String offlineClient() {
        return RegistryNeighbour.client(
                """
                "grant_types": ["authorization_code", "refresh_token"],
                "scope": "openid email offline_access movies:read movies:write"\
                """);
    }

    private static Map<String, String> asking(String client, String scope, String claims) {
        Map<String, String> parameters = request(client);
        parameters.put("scope", scope);
        if (!claims.isEmpty()) {
            parameters.put("claims", claims);
        }
        return parameters;
    }

    /** Where the person is asked, and allows it. */
    private void allows(Map<String, String> parameters) {
        Response page = visit.follows(visit.asks(parameters));
        assertThat(parameter(visit.submits(page, Map.of("decision", "allow")), "code"))
                .startsWith("gac_");
    }

    /** The code, or why there is none. */
    private String silently(Map<String, String> parameters) {
        parameters.put("prompt", "none");
        Response answer = visit.asks(parameters);
        return parameter(answer, answer.header("Location").contains("error=") ? "error" : "code");
    }

    static String client(String method, String type, String redirectUri) {
        return RegistryNeighbour.client(
                """
                "redirect_uris": ["%s"], "token_endpoint_auth_method": "%s", "application_type": "%s"\
                """
                        .formatted(redirectUri, method, type));
    }
}
