package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import guichet.oauth.Sha256;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile <i>dynamic</i>: clients that register themselves and sign with keys of their own. */
@OnHttpsStack
class DynamicProfileTest {
    private static final String SECTOR = "/redirect_uris.json";

    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    DynamicProfileTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Registration-3.2")
    void a_registration_is_answered_with_what_was_registered() {
        Reply reply =
                party.triesToRegister(client -> client.put("client_uri", "https://a.example"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().get("redirect_uris").get(0).asText())
                .isEqualTo(party.site().address(RelyingParty.CALLBACK).toString());
        assertThat(reply.text("client_name")).isEqualTo("Profile");
        assertThat(reply.text("client_uri")).isEqualTo("https://a.example");
        assertThat(reply.json().get("contacts").get(0).asText())
                .isEqualTo("somebody@profile.example");
        assertThat(reply.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
    }

    @Test
    @Tag("OIDC-Registration-3.2")
    void a_registration_is_answered_with_credentials() {
        Reply reply = party.triesToRegister(_ -> {});

        assertThat(reply.text("client_secret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(reply.json().get("client_secret_expires_at").isIntegralNumber()).isTrue();
        assertThat(reply.json().get("client_id_issued_at").isIntegralNumber()).isTrue();
        assertThat(reply.text("registration_access_token")).isNotBlank();
        assertThat(reply.text("registration_client_uri"))
                .startsWith(party.provider().text("issuer") + "/");
    }

    @Test
    @Tag("RFC7592-2.3")
    void a_client_takes_back_its_registration() {
        party.registers();
        var address = URI.create(party.registered("registration_client_uri"));
        String token = party.registered("registration_access_token");

        Reply reply = party.unregisters();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(party.calls().get(address, token).status()).isEqualTo(401);
    }

    @Test
    @Tag("OIDC-Core-9")
    void a_client_proves_itself_with_a_key_that_has_no_name() {
        party.registers(DynamicProfileTest::signing);

        Tokens tokens = party.signsIn(alice, "openid");

        assertThat(party.keys().key().getKeyID()).isNull();
        assertThat(party.userinfo(tokens).status()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-Core-9")
    void a_client_proves_itself_to_the_issuer_as_well() {
        party.registers(DynamicProfileTest::signing);
        AuthenticationRequest request = party.request("openid");
        Arrival arrival = party.sends(alice, request);

        Reply reply =
                party.token(
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", arrival.get("code"),
                                "redirect_uri", request.get("redirect_uri")),
                        party.provider().text("issuer"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-Registration-2")
    void a_client_publishes_its_key_at_an_address() {
        party.changesItsKey("named");
        party.site().publishes("/jwks", "application/json", () -> party.keys().published());
        party.registers(client -> {
            signing(client);
            client.remove("jwks");
            client.put("jwks_uri", party.site().address("/jwks").toString());
        });

        Tokens tokens = party.signsIn(alice, "openid");

        assertThat(party.userinfo(tokens).status()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-Core-5.3.2")
    void userinfo_is_signed_if_the_client_registered_so() throws Exception {
        party.registers(client -> client.put("userinfo_signed_response_alg", "RS256"));
        Tokens tokens = party.signsIn(alice, "openid");

        Reply reply = party.userinfo(tokens);

        assertThat(reply.mediaType()).isEqualTo("application/jwt");
        var jwt = SignedJWT.parse(reply.body());
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        var key = party.keyOf(jwt).getKeys().getFirst().toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(party.provider().text("issuer"));
        assertThat(claims.getAudience()).contains(party.clientId());
        assertThat(claims.getSubject()).isEqualTo(tokens.claims().getSubject());
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_request_names_the_address_even_if_there_is_one_alone() {
        party.registers();

        HtmlPage page = alice.opens(party.request("openid").without("redirect_uri").link());

        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.asNormalizedText()).contains("redirect_uri");
        assertThat(party.site().arrived(RelyingParty.CALLBACK)).isEmpty();
    }

    @Test
    @Tag("RFC6749-3.1.2")
    void the_query_of_a_registered_address_is_kept() {
        String address = party.site().address(RelyingParty.CALLBACK) + "?foo=bar";
        party.registers(client -> client.putArray("redirect_uris").add(address));
        AuthenticationRequest request = party.request("openid").with("redirect_uri", address);

        Arrival arrival = party.sends(alice, request);

        assertThat(arrival.get("foo")).isEqualTo("bar");
        assertThat(arrival.get("code")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?foo=baz", "?foo=bar&more=1"})
    @Tag("RFC6749-3.1.2.3")
    void another_query_than_the_registered_one_is_another_address(String query) {
        var address = party.site().address(RelyingParty.CALLBACK);
        party.registers(client -> client.putArray("redirect_uris").add(address + "?foo=bar"));

        HtmlPage page =
                alice.opens(party.request("openid").with("redirect_uri", address + query).link());

        assertThat(page.asNormalizedText()).contains("redirect_uri");
        assertThat(party.site().arrived(RelyingParty.CALLBACK)).isEmpty();
    }

    @Test
    @Tag("OIDC-Registration-3.3")
    void an_address_with_a_fragment_cannot_be_registered() {
        String address = party.site().address("/cb#foo").toString();

        isRefused("invalid_redirect_uri", it -> it.putArray("redirect_uris").add(address));
    }

    @Test
    @Tag("OIDC-Registration-2")
    void instead_of_an_unsigned_id_token_a_signed_one_is_registered() {
        Reply reply = party.triesToRegister(it -> it.put("id_token_signed_response_alg", "none"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("id_token_signed_response_alg")).isEqualTo("RS256");
    }

    @Test
    @Tag("OIDC-Registration-5")
    void the_sector_of_a_client_publishes_its_addresses() {
        publishesForTheSector(party.site().address(RelyingParty.CALLBACK).toString());
        party.registers(this::ofTheSector);

        Tokens tokens = party.signsIn(alice, "openid");

        assertThat(party.userinfo(tokens).text("sub")).isEqualTo(tokens.claims().getSubject());
    }

    @Test
    @Tag("OIDC-Registration-5")
    void a_sector_without_the_address_of_the_client_is_refused() {
        publishesForTheSector("https://elsewhere.example/cb");

        isRefused("invalid_client_metadata", this::ofTheSector);
    }

    @ParameterizedTest
    @CsvSource({"tos_uri, Terms of service", "policy_uri, Privacy policy"})
    @Tag("OIDC-Registration-2")
    void the_person_who_approves_finds_a_link(String member, String text) {
        party.registers(client -> client.put(member, "https://profile.example/paper.html"));

        HtmlPage page = alice.signsIn(alice.opens(party.request("openid").link()));

        assertThat(page.getAnchorByText(text).getHrefAttribute())
                .isEqualTo("https://profile.example/paper.html");
    }

    @Test
    @Tag("OIDC-Registration-2")
    @Timeout(30)
    void the_person_who_approves_sees_the_logo_at_our_address() throws Exception {
        String image = "GIF89a of the profile";
        String ours = "/logos/" + Sha256.hex(image);
        party.site().publishes("/logo.gif", "image/gif", () -> image);

        party.registers(
                client -> client.put("logo_uri", party.site().address("/logo.gif").toString()));
        while (party.calls().get(atIssuer(ours)).status() != 200) {
            Thread.sleep(100);
        }
        HtmlPage page = alice.signsIn(alice.opens(party.request("openid").link()));

        assertThat(page.getElementsByTagName("img").getFirst().getAttribute("src")).isEqualTo(ours);
    }

    private URI atIssuer(String path) {
        return URI.create(party.provider().text("issuer") + path);
    }

    private static void signing(ObjectNode client) {
        client.put("token_endpoint_auth_method", "private_key_jwt");
    }

    private void ofTheSector(ObjectNode client) {
        client.put("subject_type", "pairwise");
        client.put("sector_identifier_uri", party.site().address(SECTOR).toString());
    }

    private void publishesForTheSector(String address) {
        party.site().publishes(SECTOR, "application/json", () -> "[\"" + address + "\"]");
    }

    private void isRefused(String error, Consumer<ObjectNode> client) {
        Reply reply = party.triesToRegister(client);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.text("error")).isEqualTo(error);
    }
}
