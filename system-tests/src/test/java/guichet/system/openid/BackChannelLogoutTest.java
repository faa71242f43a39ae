package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>back-channel logout</i>. */
@OnHttpsStack
class BackChannelLogoutTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    BackChannelLogoutTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-BackChannel-2.5")
    void the_relying_party_is_told_in_a_form_with_nothing_else() {
        Arrival told = signsOut(registered());

        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(told.form().keySet()).containsExactly("logout_token");
        assertThat(told.query()).isEmpty();
    }

    @Test
    @Tag("OIDC-BackChannel-2.4")
    void the_logout_token_is_signed_like_the_id_token() throws Exception {
        Arrival told = signsOut(registered());

        var jwt = SignedJWT.parse(told.get("logout_token"));
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("logout+jwt");
        var key = party.keyOf(jwt).getKeys().getFirst().toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    @Tag("OIDC-BackChannel-2.4")
    void the_logout_token_is_about_the_session_of_the_id_token() throws Exception {
        Tokens tokens = registered();

        JWTClaimsSet claims = claims(signsOut(tokens));

        assertThat(claims.getIssuer()).isEqualTo(party.provider().text("issuer"));
        assertThat(claims.getAudience()).containsExactly(party.clientId());
        assertThat(claims.getSubject()).isEqualTo(tokens.claims().getSubject());
        assertThat(claims.getStringClaim("sid"))
                .isNotBlank()
                .isEqualTo(tokens.claims().getStringClaim("sid"));
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
    }

    @Test
    @Tag("OIDC-BackChannel-2.4")
    void the_logout_token_says_what_happened_and_when() throws Exception {
        JWTClaimsSet claims = claims(signsOut(registered()));

        assertThat(claims.getJSONObjectClaim("events")).isEqualTo(Map.of(EVENT, Map.of()));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getIssueTime()).isBeforeOrEqualTo(Instant.now());
        assertThat(claims.getExpirationTime())
                .isAfter(claims.getIssueTime())
                .isBeforeOrEqualTo(claims.getIssueTime().toInstant().plusSeconds(120));
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void the_person_returns_meanwhile_and_is_signed_out() {
        signsOut(registered());

        assertThat(party.site().awaits("/out").query()).isEqualTo(Map.of("state", "the-state"));
        AuthenticationRequest silent = party.request("openid").with("prompt", "none");
        assertThat(party.returned(alice.opens(silent.link()), silent).get("error"))
                .isEqualTo("login_required");
    }

    private Tokens registered() {
        party.registers(client -> {
            client.put("backchannel_logout_uri", party.site().address("/told").toString());
            client.put("backchannel_logout_session_required", true);
            client.putArray("post_logout_redirect_uris").add(out());
        });
        return party.signsIn(alice, "openid");
    }

    private Arrival signsOut(Tokens tokens) {
        alice.opens(
                party.endSession(
                        Map.of(
                                "id_token_hint", tokens.idToken(),
                                "post_logout_redirect_uri", out(),
                                "state", "the-state")));
        return party.site().awaits("/told");
    }

    private String out() {
        return party.site().address("/out").toString();
    }

    private static JWTClaimsSet claims(Arrival told) throws Exception {
        return SignedJWT.parse(told.get("logout_token")).getJWTClaimsSet();
    }
}
