package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import guichet.system.stack.HttpsStack.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.htmlunit.html.HtmlPage;

/** A relying party as the foundation's suite plays it, with a site and a key of its own. */
final class RelyingParty implements AutoCloseable {
    static final String CALLBACK = "/cb";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Without a name, and the same for all, since an RSA key takes its time. */
    private static final ClientKeys KEYS = ClientKeys.generated(Optional.empty());

    private static final String JWT_BEARER =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Calls calls;
    private final Site site;
    private final Metadata metadata;
    private ClientKeys keys = KEYS;
    private Optional<JsonNode> registration = Optional.empty();

    RelyingParty(Provider provider) {
        this.calls = new Calls(provider.authority().context());
        this.site = new Site(provider.authority().context());
        this.metadata = Metadata.of(provider, calls);
    }

    Metadata provider() {
        return metadata;
    }

    Site site() {
        return site;
    }

    Calls calls() {
        return calls;
    }

    ClientKeys keys() {
        return keys;
    }

    /** Goes on with another key. */
    void changesItsKey(String kid) {
        keys = ClientKeys.generated(Optional.of(kid));
    }

    /** Registers for the code flow, OpenID Connect Dynamic Client Registration §3.1. */
    RelyingParty registers(Consumer<ObjectNode> more) {
        Reply reply = triesToRegister(more);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        registration = Optional.of(reply.json());
        return this;
    }

    RelyingParty registers() {
        return registers(_ -> {});
    }

    Reply triesToRegister(Consumer<ObjectNode> more) {
        ObjectNode client = JSON.createObjectNode();
        client.put("client_name", "Profile");
        client.putArray("grant_types").add("authorization_code");
        client.putArray("response_types").add("code");
        client.putArray("redirect_uris").add(site.address(CALLBACK).toString());
        client.putArray("contacts").add("somebody@profile.example");
        client.put("token_endpoint_auth_method", "client_secret_basic");
        client.set("jwks", published());
        more.accept(client);
        return calls.postJson(metadata.address("registration_endpoint"), client);
    }

    private JsonNode published() {
        try {
            return JSON.readTree(keys.published());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the answer to the registration has. */
    String registered(String member) {
        return registration.orElseThrow().get(member).asText();
    }

    String clientId() {
        return registered("client_id");
    }

    AuthenticationRequest request(String scope) {
        return AuthenticationRequest.forCode(
                metadata.address("authorization_endpoint"),
                clientId(),
                site.address(CALLBACK),
                scope);
    }

    /** Sends somebody to sign in and approve; answers what they bring back. */
    Arrival sends(Visitor visitor, AuthenticationRequest request) {
        return returned(visitor.approves(visitor.opens(request.link())), request);
    }

    /** What somebody brings back, whose browser went as far as it goes by itself. */
    Arrival returned(HtmlPage last, AuthenticationRequest request) {
        Optional<Arrival> arrival = site.arrived(CALLBACK);
        assertThat(arrival).as(() -> last.getUrl() + " " + last.asNormalizedText()).isPresent();
        assertThat(arrival.get().get("state")).isEqualTo(request.get("state"));
        assertThat(arrival.get().get("iss")).isEqualTo(metadata.text("issuer"));
        return arrival.get();
    }

    /** Signs somebody in, as far as the tokens, which are checked. */
    Tokens signsIn(Visitor visitor, AuthenticationRequest request) {
        return redeems(sends(visitor, request), request);
    }

    Tokens signsIn(Visitor visitor, String scope) {
        return signsIn(visitor, request(scope));
    }

    /** The tokens for the code that somebody brought back. */
    Tokens redeems(Arrival arrival, AuthenticationRequest request) {
        Reply reply = triesToRedeem(arrival.get("code"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new Tokens(
                reply, validated(reply.text("id_token"), Optional.of(request.get("nonce"))));
    }

    Reply triesToRedeem(String code) {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        site.address(CALLBACK).toString()));
    }

    Reply triesToRefresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** A token request, with the client's proof as it was registered. */
    Reply token(Map<String, String> parameters) {
        return token(parameters, metadata.text("token_endpoint"));
    }

    /** The same; a JWT says that it is for this audience. */
    Reply token(Map<String, String> parameters, String audience) {
        var form = new LinkedHashMap<>(parameters);
        String authorization = "";
        switch (registered("token_endpoint_auth_method")) {
            case "client_secret_basic" -> authorization = "Basic " + basic();
            case "client_secret_post" -> {
                form.put("client_id", clientId());
                form.put("client_secret", registered("client_secret"));
            }
            case "private_key_jwt" -> {
                form.put("client_assertion_type", JWT_BEARER);
                form.put("client_assertion", keys.assertion(clientId(), audience));
            }
            default -> throw new IllegalStateException("another way to authenticate");
        }
        return calls.postForm(metadata.address("token_endpoint"), form, authorization);
    }

    private String basic() {
        String credentials =
                Calls.encode(clientId()) + ":" + Calls.encode(registered("client_secret"));
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    }

    /** The claims of an ID token that is good, OpenID Connect Core §3.1.3.7. */
    JWTClaimsSet validated(String idToken, Optional<String> nonce) {
        try {
            var jwt = SignedJWT.parse(idToken);
            var validator =
                    new IDTokenValidator(
                            new Issuer(metadata.text("issuer")),
                            new ClientID(clientId()),
                            JWSAlgorithm.parse(registered("id_token_signed_response_alg")),
                            keyOf(jwt));
            validator.validate(jwt, nonce.filter(it -> !it.isEmpty()).map(Nonce::new).orElse(null));
            return jwt.getJWTClaimsSet();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("the ID token is not good: " + idToken, e);
        }
    }

    /** The one key that the header names. */
    JWKSet keyOf(SignedJWT jwt) {
        var matching = new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader()));
        var found = matching.select(metadata.keys());
        assertThat(jwt.getHeader().getKeyID()).isNotBlank();
        assertThat(found).hasSize(1);
        return new JWKSet(found);
    }

    /** What the provider tells of the person, OpenID Connect Core §5.3. */
    Reply userinfo(Tokens tokens) {
        return calls.get(metadata.address("userinfo_endpoint"), tokens.accessToken());
    }

    /** The link that signs somebody out, RP-Initiated Logout §2. */
    URI endSession(Map<String, String> parameters) {
        return URI.create(metadata.text("end_session_endpoint") + "?" + Calls.encoded(parameters));
    }

    /** Takes back its registration, RFC 7592 §2.3. */
    Reply unregisters() {
        Reply reply =
                calls.delete(
                        URI.create(registered("registration_client_uri")),
                        registered("registration_access_token"));
        registration = Optional.empty();
        return reply;
    }

    /** Cleans up as the suite does, which wants to be told that it worked. */
    @Override
    public void close() {
        if (registration.isPresent()) {
            assertThat(unregisters().status()).isEqualTo(204);
        }
        site.close();
        calls.close();
    }
}
