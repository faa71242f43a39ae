package guichet.moviesapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a session goes on when its ID token has expired. */
@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionTest {
    private static final int SECONDS = 5;

    private final Deque<Visit> signedIn = new ArrayDeque<>();

    /** All at once, so that one wait is enough. */
    @BeforeAll
    void they_signed_in_a_while_ago() throws InterruptedException {
        MoviesApi.behaves();
        Provider.behaves();
        Provider.lies(SessionTest::expiringSoon);
        for (int i = 0; i < 3; i++) {
            signedIn.add(new Visit().signsIn());
        }
        TimeUnit.SECONDS.sleep(SECONDS + 1);
    }

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
    }

    private static JwtClaims expiringSoon(JwtClaims claims) {
        NumericDate now = NumericDate.now();
        now.addSeconds(SECONDS);
        claims.setExpirationTime(now);
        return claims;
    }

    @Test
    @Tag("OIDC-Core-12")
    void it_is_refreshed_without_a_question() {
        Page page = signedIn.pop().open("/my-films");

        assertThat(page.status()).isEqualTo(200);
        assertThat(Provider.lastTokenRequest())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "r");
    }

    @Test
    void when_that_is_refused_one_signs_in_again() {
        Provider.refuses("invalid_grant");

        Page page = signedIn.pop().open("/my-films");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().toString()).startsWith(Provider.issuer() + "/auth?");
    }

    @Test
    void when_that_is_refused_public_pages_stay_as_for_a_guest() {
        Provider.refuses("invalid_grant");

        Page page = signedIn.pop().open("/films");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("a[href^=/sign-in]")).isNotEmpty();
    }
}
