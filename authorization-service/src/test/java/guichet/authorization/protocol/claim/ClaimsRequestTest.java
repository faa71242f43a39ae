package guichet.authorization.protocol.claim;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.openid.StandardClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claims that are asked for by name, OpenID Connect Core §5.5. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-5.5")
class ClaimsRequestTest {
    private final ClaimsRequest asked =
            new ClaimsRequest(
                    Map.of("name", new ClaimDemand(true, List.of("x".repeat(8_000)))),
                    Map.of("email", ClaimDemand.VOLUNTARY, "acr", ClaimDemand.VOLUNTARY));

    @Test
    void only_those_that_can_be_had_are_kept() {
        var kept = asked.only(Set.of(StandardClaim.EMAIL));

        assertThat(kept.userinfo()).isEmpty();
        assertThat(kept.idToken()).containsOnlyKeys("email");
    }

    @Test
    void nothing_of_a_strangers_choice_is_kept_but_their_names() {
        var kept = asked.only(Set.of(StandardClaim.NAME));

        assertThat(kept.userinfo()).containsExactly(Map.entry("name", ClaimDemand.VOLUNTARY));
    }
}
