package guichet.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientInformationResponse;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stock client that nobody here wrote: discovers, registers and walks every flow. */
@OnStack
class NimbusClientTest {
    private static final URI REDIRECT_URI = URI.create("http://127.0.0.1:9999/cb");
    private static final Scope SCOPE = new Scope("movies:read");

    private final Suite stack;
    private AuthorizationServerMetadata server;
    private ClientInformation client;

    NimbusClientTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void discovers_and_registers() throws Exception {
        server = AuthorizationServerMetadata.resolve(new Issuer(stack.issuer()));
        var metadata = new ClientMetadata();
        metadata.setName("Nimbus");
        metadata.setRedirectionURI(REDIRECT_URI);
        metadata.setGrantTypes(
                Set.of(
                        GrantType.AUTHORIZATION_CODE,
                        GrantType.PASSWORD,
                        GrantType.CLIENT_CREDENTIALS,
                        GrantType.REFRESH_TOKEN));
        var request =
                new ClientRegistrationRequest(server.getRegistrationEndpointURI(), metadata, null);
        var response = ClientRegistrationResponse.parse(request.toHTTPRequest().send());
        client = ((ClientInformationResponse) response.toSuccessResponse()).getClientInformation();
    }

    @Test
    void code_flow_with_pkce() throws Exception {
        var verifier = new CodeVerifier();
        var state = new State();
        URI link =
                new AuthorizationRequest.Builder(ResponseType.CODE, client.getID())
                        .endpointURI(server.getAuthorizationEndpointURI())
                        .redirectionURI(REDIRECT_URI)
                        .scope(SCOPE)
                        .state(state)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build()
                        .toURI();

        var answer = AuthorizationResponse.parse(stack.person("alice").authorizes(link).address());
        var tokens =
                redeem(
                        new AuthorizationCodeGrant(
                                answer.toSuccessResponse().getAuthorizationCode(),
                                REDIRECT_URI,
                                verifier));

        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(server.getIssuer());
        assertThat(opensTheApi(tokens, "/my-movies")).isEqualTo(200);
    }

    @Test
    void password() throws Exception {
        var tokens =
                redeem(
                        new ResourceOwnerPasswordCredentialsGrant(
                                "alice", new Secret("alice-opens-the-door")));

        assertThat(opensTheApi(tokens, "/my-movies")).isEqualTo(200);
    }

    @Test
    void client_credentials() throws Exception {
        var request =
                new TokenRequest.Builder(
                                server.getTokenEndpointURI(), basic(), new ClientCredentialsGrant())
                        .scope(new Scope("stats:read"))
                        .build();

        assertThat(opensTheApi(send(request), "/stats_movies")).isEqualTo(200);
    }

    @Test
    void refresh() throws Exception {
        var first =
                redeem(
                        new ResourceOwnerPasswordCredentialsGrant(
                                "alice", new Secret("alice-opens-the-door")));

        var second = redeem(new RefreshTokenGrant(first.getTokens().getRefreshToken()));

        assertThat(opensTheApi(second, "/my-movies")).isEqualTo(200);
    }

    private AccessTokenResponse redeem(AuthorizationGrant grant) throws Exception {
        return send(new TokenRequest.Builder(server.getTokenEndpointURI(), basic(), grant).build());
    }

    private static AccessTokenResponse send(TokenRequest request) throws Exception {
        var response = TokenResponse.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return response.toSuccessResponse();
    }

    private ClientSecretBasic basic() {
        return new ClientSecretBasic(client.getID(), client.getSecret());
    }

    private int opensTheApi(AccessTokenResponse tokens, String path) {
        String accessToken = tokens.getTokens().getAccessToken().getValue();
        return stack.http().api("GET", path, accessToken).status();
    }
}
