package guichet.system.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCResponseTypeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformationResponse;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationRequest;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationResponseParser;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import guichet.system.actor.Person;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock client of {@link NimbusClientTest} as an OpenID Connect relying party. */
@OnStack
class NimbusOpenIdTest {
    private static final URI REDIRECT_URI = URI.create("http://127.0.0.1:9999/cb");
    private static final URI SIGNED_OUT = URI.create("http://127.0.0.1:9999/out");
    private static final Scope SCOPE = new Scope("openid", "profile", "email", "movies:read");

    private final Suite stack;
    private final Person alice;
    private final CodeVerifier verifier = new CodeVerifier();
    private final Nonce nonce = new Nonce();
    private final State state = new State();
    private OIDCProviderMetadata provider;

    NimbusOpenIdTest(Suite stack) {
        this.stack = stack;
        this.alice = stack.person("alice");
    }

    @BeforeEach
    void discovers() throws Exception {
        provider = OIDCProviderMetadata.resolve(new Issuer(stack.issuer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "PS256"})
    @Tag("OIDC-Core-3.1.3.7")
    void validates_the_id_token(String name) throws Exception {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
        OIDCClientInformation client = registers(algorithm);

        OIDCTokenResponse tokens = signsAliceIn(client, SCOPE);

        IDTokenClaimsSet claims =
                validator(client, algorithm).validate(tokens.getOIDCTokens().getIDToken(), nonce);
        assertThat(provider.getIDTokenJWSAlgs()).contains(algorithm);
        assertThat(claims.getAuthenticationTime()).isNotNull();
        assertThat(claims.getAccessTokenHash()).isNotNull();
    }

    @Test
    @Tag("OIDC-Core-3.1.3.7")
    void would_not_take_an_id_token_of_another_request() throws Exception {
        OIDCClientInformation client = registers(JWSAlgorithm.RS256);
        OIDCTokenResponse tokens = signsAliceIn(client, SCOPE);

        assertThatThrownBy(() ->
                        validator(client, JWSAlgorithm.RS256)
                                .validate(tokens.getOIDCTokens().getIDToken(), new Nonce()))
                .isInstanceOf(BadJWTException.class)
                .hasMessageContaining("nonce");
    }

    @Test
    @Tag("OIDC-Core-5.3")
    void userinfo_is_about_the_subject_of_the_id_token() throws Exception {
        OIDCClientInformation client = registers(JWSAlgorithm.RS256);
        OIDCTokenResponse tokens = signsAliceIn(client, SCOPE);

        UserInfo info = userInfo(tokens);

        assertThat(info.getSubject().getValue())
                .isEqualTo(tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getSubject());
        assertThat(info.getName()).isEqualTo("Alice Martin");
    }

    @Test
    @Tag("OIDC-Core-12")
    void a_refreshed_access_token_opens_userinfo_and_the_api() throws Exception {
        OIDCClientInformation client = registers(JWSAlgorithm.RS256);
        OIDCTokenResponse first =
                signsAliceIn(
                        client, new Scope("openid", "profile", "offline_access", "movies:read"));

        OIDCTokenResponse second =
                redeems(client, new RefreshTokenGrant(first.getOIDCTokens().getRefreshToken()));

        assertThat(userInfo(second).getName()).isEqualTo("Alice Martin");
        String accessToken = second.getOIDCTokens().getAccessToken().getValue();
        assertThat(stack.http().api("GET", "/my-movies", accessToken).status()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void signs_out() throws Exception {
        OIDCClientInformation client = registers(JWSAlgorithm.RS256);
        OIDCTokenResponse tokens = signsAliceIn(client, SCOPE);
        URI link =
                new LogoutRequest(
                                provider.getEndSessionEndpointURI(),
                                tokens.getOIDCTokens().getIDToken(),
                                SIGNED_OUT,
                                state)
                        .toURI();

        URI left = alice.signsOut(link);

        assertThat(left).isEqualTo(URI.create(SIGNED_OUT + "?state=" + state));
        assertThat(asksSilently(client).toErrorResponse().getErrorObject().getCode())
                .isEqualTo("login_required");
    }

    @Test
    @Tag("OIDC-Core-3.2.2.5")
    void is_given_an_id_token_without_a_code() throws Exception {
        OIDCClientInformation client = registersForTokensAtOnce();
        var type = new ResponseType(OIDCResponseTypeValue.ID_TOKEN);

        AuthenticationSuccessResponse answer = isGiven(client, type);

        IDTokenClaimsSet claims =
                validator(client, JWSAlgorithm.RS256).validate(answer.getIDToken(), nonce);
        assertThat(claims.getStringClaim("name")).isEqualTo("Alice Martin");
        assertThat(answer.getAccessToken()).isNull();
    }

    @Test
    @Tag("OIDC-Core-3.2.2.9")
    void is_given_an_access_token_that_its_id_token_names() throws Exception {
        OIDCClientInformation client = registersForTokensAtOnce();
        var type = new ResponseType(OIDCResponseTypeValue.ID_TOKEN, ResponseType.Value.TOKEN);

        AuthenticationSuccessResponse answer = isGiven(client, type);

        AccessTokenValidator.validate(
                answer.getAccessToken(),
                JWSAlgorithm.RS256,
                validator(client, JWSAlgorithm.RS256)
                        .validate(answer.getIDToken(), nonce)
                        .getAccessTokenHash());
        assertThat(userInfo(answer.getAccessToken()).getName()).isEqualTo("Alice Martin");
    }

    private AuthenticationSuccessResponse isGiven(OIDCClientInformation client, ResponseType type)
            throws Exception {
        var request =
                new AuthenticationRequest.Builder(type, SCOPE, client.getID(), REDIRECT_URI)
                        .endpointURI(provider.getAuthorizationEndpointURI())
                        .state(state)
                        .nonce(nonce)
                        .build();
        return AuthenticationResponseParser.parse(alice.authorizes(request.toURI()).address())
                .toSuccessResponse();
    }

    private OIDCClientInformation registersForTokensAtOnce() throws Exception {
        var metadata = new OIDCClientMetadata();
        metadata.setName("Nimbus");
        metadata.setApplicationType(ApplicationType.NATIVE);
        metadata.setRedirectionURI(REDIRECT_URI);
        metadata.setGrantTypes(Set.of(GrantType.IMPLICIT));
        metadata.setResponseTypes(
                Set.of(
                        new ResponseType(OIDCResponseTypeValue.ID_TOKEN),
                        new ResponseType(
                                OIDCResponseTypeValue.ID_TOKEN, ResponseType.Value.TOKEN)));
        return registers(metadata);
    }

    private OIDCClientInformation registers(JWSAlgorithm algorithm) throws Exception {
        var metadata = new OIDCClientMetadata();
        metadata.setName("Nimbus");
        metadata.setRedirectionURI(REDIRECT_URI);
        metadata.setPostLogoutRedirectionURIs(Set.of(SIGNED_OUT));
        metadata.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        metadata.setIDTokenJWSAlg(algorithm);
        return registers(metadata);
    }

    private OIDCClientInformation registers(OIDCClientMetadata metadata) throws Exception {
        var request =
                new OIDCClientRegistrationRequest(
                        provider.getRegistrationEndpointURI(), metadata, null);
        var response = OIDCClientRegistrationResponseParser.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return ((OIDCClientInformationResponse) response).getOIDCClientInformation();
    }

    private OIDCTokenResponse signsAliceIn(OIDCClientInformation client, Scope scope)
            throws Exception {
        URI link = request(client, scope).build().toURI();

        AuthenticationResponse answer =
                AuthenticationResponseParser.parse(alice.authorizes(link).address());

        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(provider.getIssuer());
        var code = answer.toSuccessResponse().getAuthorizationCode();
        return redeems(client, new AuthorizationCodeGrant(code, REDIRECT_URI, verifier));
    }

    private AuthenticationResponse asksSilently(OIDCClientInformation client) throws Exception {
        URI link = request(client, SCOPE).prompt(new Prompt(Prompt.Type.NONE)).build().toURI();
        return AuthenticationResponseParser.parse(alice.authorizes(link).address());
    }

    private AuthenticationRequest.Builder request(OIDCClientInformation client, Scope scope) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, client.getID(), REDIRECT_URI)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    private OIDCTokenResponse redeems(OIDCClientInformation client, AuthorizationGrant grant)
            throws Exception {
        var basic = new ClientSecretBasic(client.getID(), client.getSecret());
        var request =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), basic, grant).build();
        var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private UserInfo userInfo(OIDCTokenResponse tokens) throws Exception {
        return userInfo(tokens.getOIDCTokens().getAccessToken());
    }

    private UserInfo userInfo(AccessToken token) throws Exception {
        var request = new UserInfoRequest(provider.getUserInfoEndpointURI(), token);
        var response = UserInfoResponse.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return response.toSuccessResponse().getUserInfo();
    }

    private IDTokenValidator validator(OIDCClientInformation client, JWSAlgorithm algorithm)
            throws Exception {
        return new IDTokenValidator(
                provider.getIssuer(), client.getID(), algorithm, provider.getJWKSetURI().toURL());
    }
}
