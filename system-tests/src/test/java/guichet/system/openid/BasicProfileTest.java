package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.util.Map;
import java.util.Optional;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile <i>basic</i>: the code flow with a client's secret, and what requests may say. */
@OnHttpsStack
class BasicProfileTest {
    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    BasicProfileTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Core-3.1.3.3")
    void a_code_yields_tokens_that_nobody_may_store() {
        party.registers();

        Reply reply = party.signsIn(alice, "openid").reply();

        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Pragma")).isEqualTo("no-cache");
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(reply.json().get("expires_in").isInt()).isTrue();
    }

    @Test
    @Tag("OIDC-Core-3.1.3.8")
    void the_id_token_belongs_to_the_access_token() throws Exception {
        party.registers();

        Tokens tokens = party.signsIn(alice, "openid");

        assertThat(tokens.claims().getStringClaim("at_hash"))
                .isEqualTo(
                        AccessTokenHash.compute(
                                        new BearerAccessToken(tokens.accessToken()),
                                        JWSAlgorithm.RS256,
                                        null)
                                .getValue());
    }

    @Test
    @Tag("RFC6749-2.3.1")
    void a_client_sends_its_secret_in_the_form_if_it_registered_so() {
        party.registers(client -> client.put("token_endpoint_auth_method", "client_secret_post"));

        Tokens tokens = party.signsIn(alice, "openid");

        assertThat(party.userinfo(tokens).status()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_request_without_nonce_is_fine_in_the_code_flow() {
        party.registers();

        Tokens tokens = party.signsIn(alice, party.request("openid").without("nonce"));

        assertThat(tokens.claims().getClaims()).doesNotContainKey("nonce");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_request_may_be_posted() {
        party.registers();
        AuthenticationRequest request = party.request("openid");

        HtmlPage last = alice.approves(alice.posts(request.link()));

        assertThat(party.redeems(party.returned(last, request), request).accessToken())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "display, page",
        "display, popup",
        "ui_locales, se",
        "claims_locales, se",
        "extra, foobar",
        "login_hint, buffy@localhost",
        "acr_values, 1 2"
    })
    @Tag("OIDC-Core-3.1.2.1")
    void a_preference_that_cannot_be_met_stops_nobody(String parameter, String value) {
        party.registers();

        Tokens tokens = party.signsIn(alice, party.request("openid").with(parameter, value));

        assertThat(tokens.accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void the_hinted_name_is_filled_in() {
        party.registers();

        HtmlPage page = alice.opens(party.request("openid").with("login_hint", "bob").link());

        assertThat(page.<HtmlInput>getHtmlElementById("username").getValue()).isEqualTo("bob");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void the_acr_that_is_asked_for_is_in_the_id_token() throws Exception {
        party.registers();
        String acr = String.join(" ", party.provider().values("acr_values_supported"));

        Tokens tokens = party.signsIn(alice, party.request("openid").with("acr_values", acr));

        assertThat(acr).isNotBlank().contains(tokens.claims().getStringClaim("acr"));
    }

    @Test
    @Tag("RFC7636-4.6")
    void a_confidential_client_may_prove_the_possession_of_its_code() {
        party.registers();
        var verifier = new CodeVerifier();
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
        AuthenticationRequest request =
                party.request("openid")
                        .with("code_challenge", challenge)
                        .with("code_challenge_method", "S256");
        String code = party.sends(alice, request).get("code");

        Reply reply =
                party.token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                request.get("redirect_uri"),
                                "code_verifier",
                                verifier.getValue()));

        party.validated(reply.text("id_token"), Optional.of(request.get("nonce")));
    }

    @Test
    @Tag("OIDC-Core-3.1.2.6")
    void a_request_without_response_type_is_answered_with_an_error() {
        party.registers();
        AuthenticationRequest request = party.request("openid").without("response_type");

        Arrival arrival = party.returned(alice.opens(request.link()), request);

        assertThat(arrival.get("error")).isEqualTo("invalid_request");
        assertThat(arrival.query().keySet())
                .containsExactly("error", "error_description", "error_uri", "iss", "state");
        assertThat(arrival.get("error_description"))
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "/cb?added=query", "/cb/"})
    @Tag("OIDC-Core-3.1.2.1")
    void nobody_is_sent_to_an_address_that_is_not_registered(String path) {
        party.registers();
        String elsewhere = party.site().address(path).toString();

        HtmlPage page = alice.opens(party.request("openid").with("redirect_uri", elsewhere).link());

        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.asNormalizedText()).contains("redirect_uri");
        assertThat(party.site().arrived(path.replaceFirst("\\?.*", ""))).isEmpty();
    }

    @Test
    @Tag("OIDC-Core-3.1.3.2")
    void a_code_is_good_once_and_its_second_use_ends_what_it_gave() {
        party.registers();
        AuthenticationRequest request = party.request("openid");
        Arrival arrival = party.sends(alice, request);
        Tokens tokens = party.redeems(arrival, request);

        Reply reply = party.triesToRedeem(arrival.get("code"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text("error")).isEqualTo("invalid_grant");
        assertThat(party.userinfo(tokens).status()).isEqualTo(401);
    }
}
