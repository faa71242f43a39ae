package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.ClosedDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@TestProfile(ClosedDeployment.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenientDeploymentTest {
    private final Visit visit = new Visit();

    @Test
    @Tag("RFC9700-4.11.2")
    void errors_lead_to_all_where_the_setting_says_so() {
        var parameters = request(RegistryNeighbour.client("\"standing\": \"self_registered\""));
        parameters.put("prompt", "none");

        assertThat(parameter(visit.asks(parameters), "error")).isEqualTo("login_required");
    }

    @Test
    void a_confidential_client_may_do_as_the_slides_do_without_pkce() {
        var parameters = request(RegistryNeighbour.client());
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");

        assertThat(visit.asks(parameters).header("Location")).contains("/login?request=");
    }

    @ParameterizedTest
    @CsvSource({
        "web,    http://127.0.0.1:9999/cb, true",
        "web,    http://[::1]:9999/cb,     true",
        "web,    http://localhost:9999/cb, true",
        "web,    https://cine.example/cb,  true",
        "native, http://127.0.0.1:9999/cb, false",
        "native, com.example.app:/cb,      false",
        "web,    com.example.app:/cb,      false",
    })
    @Tag("RFC8252-8.6")
    void approvals_of_web_applications_on_loopback_are_remembered_for_developers(
            String type, String redirectUri, boolean counts) {
        var parameters = request(RememberedApprovalTest.client("none", type, redirectUri));
        parameters.put("redirect_uri", redirectUri);
        visit.authorizes(parameters);

        assertThat(visit.asks(parameters).header("Location"))
                .contains(counts ? "code=gac_" : "/consent?request=");
    }
}
