package guichet.moviesapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.visit.Visit;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The application is started while the provider is away. */
@QuarkusTest
@TestProfile(ProviderOutageTest.AtStart.class)
@WithTestResource(value = AbsentProvider.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderOutageTest {
    private final Visit visit = new Visit();

    @Test
    void public_pages_stay_and_signing_in_works_as_soon_as_the_provider_is_back() {
        MoviesApi.behaves();

        assertThat(visit.opens("/films").status()).isEqualTo(200);
        assertThat(visit.opens("/statistics").heading()).isEqualTo("You cannot sign in right now");
        var away = visit.opens("/my-films");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.heading()).isEqualTo("You cannot sign in right now");

        AbsentProvider.comesBack();

        assertThat(visit.opens("/my-films").heading()).isEqualTo("My films");
        assertThat(visit.opens("/statistics").heading()).isEqualTo("Statistics");
    }

    /** Has the application started anew. */
    public static final class AtStart implements QuarkusTestProfile {}
}
