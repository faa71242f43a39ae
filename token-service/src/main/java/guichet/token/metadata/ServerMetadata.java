package guichet.token.metadata;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import guichet.token.client.AssertionAlgorithms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Authorization server metadata, RFC 8414 §2, with RFC 9207 §3, RFC 9701 §7 and OpenID Connect
 * Discovery.
 */
@JsonNaming(SnakeCaseStrategy.class)
record ServerMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String registrationEndpoint,
        String jwksUri,
        String revocationEndpoint,
        String introspectionEndpoint,
        Set<String> scopesSupported,
        List<ResponseType> responseTypesSupported,
        List<String> responseModesSupported,
        List<GrantType> grantTypesSupported,
        Set<ClientAuthenticationMethod> tokenEndpointAuthMethodsSupported,
        Set<ClientAuthenticationMethod> revocationEndpointAuthMethodsSupported,
        Set<ClientAuthenticationMethod> introspectionEndpointAuthMethodsSupported,
        Set<String> tokenEndpointAuthSigningAlgValuesSupported,
        Set<String> revocationEndpointAuthSigningAlgValuesSupported,
        Set<String> introspectionEndpointAuthSigningAlgValuesSupported,
        Set<String> introspectionSigningAlgValuesSupported,
        List<String> codeChallengeMethodsSupported,
        boolean authorizationResponseIssParameterSupported,
        @JsonUnwrapped OpenIdMetadata openId) {

    private static final Set<ClientAuthenticationMethod> ANYBODY =
            EnumSet.allOf(ClientAuthenticationMethod.class);
    private static final Set<ClientAuthenticationMethod> WITH_PROOF =
            EnumSet.complementOf(EnumSet.of(ClientAuthenticationMethod.NONE));

    static ServerMetadata of(String issuer, Scope scopes, Set<String> signatureAlgorithms) {
        return new ServerMetadata(
                issuer,
                issuer + "/auth",
                issuer + "/token",
                issuer + "/register",
                issuer + "/jwks",
                issuer + "/revoke",
                issuer + "/introspect",
                scopes.tokens(),
                List.of(ResponseType.values()),
                List.of("query", "fragment", "form_post"),
                List.of(GrantType.values()),
                ANYBODY,
                ANYBODY,
                WITH_PROOF,
                AssertionAlgorithms.ALL,
                AssertionAlgorithms.ALL,
                AssertionAlgorithms.ALL,
                signatureAlgorithms,
                List.of("S256"),
                true,
                OpenIdMetadata.of(issuer, signatureAlgorithms));
    }
}
