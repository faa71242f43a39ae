package guichet.authorization.protocol.claim;

import static guichet.oauth.openid.StandardClaim.EMAIL;
import static guichet.oauth.openid.StandardClaim.EMAIL_VERIFIED;
import static guichet.oauth.openid.StandardClaim.GENDER;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Scope;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-5.5")
class ExtentTest {
    private static final Scope OPENID = Scope.of("openid");
    private static final Scope EMAIL_TOO = Scope.of("openid", "email");

    @Test
    void a_claim_that_a_scope_opens_is_no_single_one() {
        assertThat(new Extent(EMAIL_TOO, Set.of(EMAIL, GENDER)).claims()).containsExactly(GENDER);
    }

    @Test
    void a_claim_is_covered_by_its_scope() {
        assertThat(Extent.of(EMAIL_TOO).covers(new Extent(OPENID, Set.of(EMAIL)))).isTrue();
    }

    @Test
    void a_scope_is_not_covered_by_its_claims() {
        var claims = new Extent(OPENID, Set.of(EMAIL, EMAIL_VERIFIED));

        assertThat(claims.covers(Extent.of(EMAIL_TOO))).isFalse();
    }

    @Test
    void a_claim_is_not_covered_by_another_one_of_its_scope() {
        var one = new Extent(OPENID, Set.of(EMAIL));

        assertThat(one.covers(new Extent(OPENID, Set.of(EMAIL_VERIFIED)))).isFalse();
    }

    @Test
    void two_together_open_what_each_opened() {
        var both = new Extent(OPENID, Set.of(EMAIL)).and(new Extent(EMAIL_TOO, Set.of(GENDER)));

        assertThat(both).isEqualTo(new Extent(EMAIL_TOO, Set.of(GENDER)));
    }
}
