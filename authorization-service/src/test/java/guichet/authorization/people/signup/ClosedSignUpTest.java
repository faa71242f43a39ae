package guichet.authorization.people.signup;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.settings.ClosedDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(ClosedDeployment.class)
class ClosedSignUpTest {
    private final Visit visit = new Visit();

    @Test
    void a_deployment_may_make_accounts_itself() {
        var page = visit.browser().get("/signup");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.asString())
                .contains("cannot create an account here")
                .doesNotContain("<input type=\"email\"");
        assertThat(visit.browser().get("/login").asString()).doesNotContain("/signup");
    }

    @Test
    void a_form_that_was_open_yesterday_makes_no_account() {
        var login = visit.browser().get("/login");

        var page =
                visit.browser()
                        .formParam("csrf", Visit.csrf(login))
                        .formParam("username", "late-comer")
                        .formParam("name", "Late")
                        .formParam("email", "late@people.example")
                        .formParam("password", "heron kettle ninety seven")
                        .post("/signup");

        assertThat(page.statusCode()).isEqualTo(403);
    }

    @Test
    void without_mail_nobody_is_promised_a_letter() {
        var page = visit.browser().get("/password-reset");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString())
                .contains("sends no e-mail")
                .doesNotContain("<input type=\"email\"");
        assertThat(visit.browser().get("/login").asString()).doesNotContain("/password-reset");
    }
}
