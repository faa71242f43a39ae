package guichet.moviesapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a session goes on when its ID token has expired. */
@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionTest {
    private final Visit alice = new Visit();

    @BeforeEach
    void alice_signed_in_a_while_ago() throws InterruptedException {
        MoviesApi.behaves();
        Provider.behaves();
        Provider.lies(SessionTest::expiringInASecond);
        alice.signsIn();
        Provider.behaves();
        TimeUnit.MILLISECONDS.sleep(2100);
    }

    private static JwtClaims expiringInASecond(JwtClaims claims) {
        NumericDate now = NumericDate.now();
        now.addSeconds(1);
        claims.setExpirationTime(now);
        return claims;
    }

    @Test
    @Tag("OIDC-Core-12")
    void it_is_refreshed_without_a_question() {
        Page page = alice.open("/my-films");

        assertThat(page.status()).isEqualTo(200);
        assertThat(Provider.lastTokenRequest())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "r");
    }

    @Test
    void when_that_is_refused_one_signs_in_again() {
        Provider.refuses("invalid_grant");

        Page page = alice.open("/my-films");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().toString()).startsWith(Provider.issuer() + "/auth?");
    }

    @Test
    void when_that_is_refused_public_pages_stay_as_for_a_guest() {
        Provider.refuses("invalid_grant");

        Page page = alice.open("/films");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("a[href=/sign-in]")).isNotEmpty();
    }
}
