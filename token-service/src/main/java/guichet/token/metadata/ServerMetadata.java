package guichet.token.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.Scope;
import java.util.List;
import java.util.Set;

/** Authorization server metadata, RFC 8414 §2, with RFC 9207 §3. */
@JsonNaming(SnakeCaseStrategy.class)
record ServerMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String registrationEndpoint,
        String jwksUri,
        Set<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<GrantType> grantTypesSupported,
        List<ClientAuthenticationMethod> tokenEndpointAuthMethodsSupported,
        List<String> codeChallengeMethodsSupported,
        boolean authorizationResponseIssParameterSupported) {

    static ServerMetadata of(String issuer, Scope scopes) {
        return new ServerMetadata(
                issuer,
                issuer + "/auth",
                issuer + "/token",
                issuer + "/register",
                issuer + "/jwks",
                scopes.tokens(),
                List.of("code"),
                List.of("query"),
                List.of(GrantType.values()),
                List.of(ClientAuthenticationMethod.values()),
                List.of("S256"),
                true);
    }
}
