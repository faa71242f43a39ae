package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-3.1.2.1")
class IdTokenHintTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Test
    void the_person_of_the_hint_is_answered_without_a_page() {
        String alice = subjectOf(visit.authorizes(request(client)));

        Response back = visit.asks(with(idToken(client, alice)));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    @Tag("OIDCC-3.1.2.6")
    void with_prompt_none_anybody_else_is_sent_back_with_login_required() {
        visit.authorizes(request(client));
        var asked = with(idToken(client, "somebody else"));
        asked.put("prompt", "none");

        assertThat(parameter(visit.asks(asked), "error")).isEqualTo("login_required");
    }

    @Test
    void anybody_else_may_sign_in_as_the_person_of_the_hint() {
        visit.authorizes(request(client));

        Response page = visit.asks(with(idToken(client, "somebody else")));

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    void an_id_token_of_another_client_is_no_hint() {
        Response back = visit.asks(with(idToken(RegistryNeighbour.client(), "somebody")));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(parameter(back, "error_description")).contains("id_token_hint");
    }

    @Test
    void what_is_not_an_id_token_of_ours_is_no_hint() {
        Response back = visit.asks(with("not.a.token"));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
    }

    private Map<String, String> with(String idTokenHint) {
        Map<String, String> parameters = request(client);
        parameters.put("id_token_hint", idTokenHint);
        return parameters;
    }

    private static String idToken(String forClient, String subject) {
        return TokenNeighbour.idToken(forClient, subject, UUID.randomUUID());
    }

    private String subjectOf(Response back) {
        return Visit.redeems(client, parameter(back, "code")).path("grant.subject");
    }
}
