package guichet.oauth.openid;

import static guichet.oauth.openid.StandardClaim.EMAIL;
import static guichet.oauth.openid.StandardClaim.EMAIL_VERIFIED;
import static guichet.oauth.openid.StandardClaim.PHONE_NUMBER;
import static guichet.oauth.openid.StandardClaim.PHONE_NUMBER_VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Scope;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandardClaimTest {
    @Test
    @Tag("OIDCC-5.4")
    void each_scope_opens_its_claims() {
        assertThat(StandardClaim.ofScope(Scope.of("openid", "movies:read"))).isEmpty();
        assertThat(StandardClaim.ofScope(Scope.of("email", "phone")))
                .containsExactly(EMAIL, EMAIL_VERIFIED, PHONE_NUMBER, PHONE_NUMBER_VERIFIED);
        assertThat(StandardClaim.ofScope(Scope.of("profile")))
                .hasSize(14)
                .doesNotContain(EMAIL, PHONE_NUMBER, StandardClaim.ADDRESS);
        assertThat(
                        StandardClaim.ofScope(
                                Scope.of("openid", "profile", "email", "address", "phone")))
                .containsExactly(StandardClaim.values());
    }

    @Test
    @Tag("OIDCC-5.5")
    void a_name_that_is_no_standard_claim_is_ignored() {
        assertThat(StandardClaim.named(List.of("email", "shoe_size", "acr", "sub", "EMAIL")))
                .containsExactly(EMAIL);
    }
}
