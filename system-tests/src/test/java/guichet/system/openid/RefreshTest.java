package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profiles <i>basic</i> and <i>dynamic</i>: refresh tokens. */
@OnHttpsStack
class RefreshTest {
    private static final String JWKS = "/jwks";

    @AutoClose private final RelyingParty party;
    @AutoClose private final RelyingParty other;
    @AutoClose private final Visitor alice;

    RefreshTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.other = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Core-12.2")
    void a_refreshed_id_token_says_what_the_first_one_said() throws Exception {
        party.registers(RefreshTest::refreshing);
        Tokens first = offline(party);
        Thread.sleep(1_000);

        Reply reply =
                party.token(
                        Map.of(
                                "grant_type", "refresh_token",
                                "refresh_token", first.refreshToken(),
                                "scope", "openid offline_access"));

        JWTClaimsSet second = party.validated(reply.text("id_token"), Optional.empty());
        for (String same : new String[] {"iss", "sub", "aud", "azp", "auth_time"}) {
            assertThat(second.getClaim(same)).as(same).isEqualTo(first.claims().getClaim(same));
        }
        assertThat(second.getIssueTime()).isAfter(first.claims().getIssueTime());
        assertThat(reply.text("access_token")).isNotEqualTo(first.accessToken());
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    @Tag("RFC6749-6")
    void a_refresh_token_is_good_for_its_client_alone() {
        party.registers(RefreshTest::refreshing);
        other.registers(RefreshTest::refreshing);
        Tokens tokens = offline(other);

        Reply reply = party.triesToRefresh(tokens.refreshToken());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("OIDC-Core-10.1.1")
    void a_client_goes_on_with_a_new_key_that_it_published() throws Exception {
        party.changesItsKey("first");
        party.site().publishes(JWKS, "application/json", () -> party.keys().published());
        party.registers(client -> {
            refreshing(client);
            client.put("token_endpoint_auth_method", "private_key_jwt");
            client.remove("jwks");
            client.put("jwks_uri", party.site().address(JWKS).toString());
        });
        Tokens tokens = offline(party);
        party.changesItsKey("second");
        Thread.sleep(1_100); // its address is asked once a second at most

        Reply reply = party.triesToRefresh(tokens.refreshToken());

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void refreshing(ObjectNode client) {
        ((ArrayNode) client.get("grant_types")).add("refresh_token");
    }

    private Tokens offline(RelyingParty to) {
        return to.signsIn(alice, to.request("openid offline_access").with("prompt", "consent"));
    }
}
