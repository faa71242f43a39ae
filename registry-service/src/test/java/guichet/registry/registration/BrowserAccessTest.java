package guichet.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Applications in a browser, at another origin than the issuer's. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserAccessTest {
    @Test
    void only_registrations_are_made_and_managed_from_elsewhere() {
        assertThat(Endpoints.openToOtherOrigins())
                .containsExactlyInAnyOrder("/register", "/register/1", "/register/1/secret");
    }

    @Test
    void nothing_is_taken_for_what_it_does_not_say_it_is() {
        Endpoints.areTakenForWhatTheySay();
    }
}
