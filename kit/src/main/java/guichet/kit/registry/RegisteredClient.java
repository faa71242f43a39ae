package guichet.kit.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.OpaqueToken;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An application as the registry knows it, RFC 7591 §2; secrets are hashes only.
 *
 * @param clientName what people see on the approval page
 * @param logoSha256 by which its logo is shown at {@code /logos/…}, if it has one
 * @param failureRedirectUri where the person is sent when a request fails or is refused
 * @param scope the most that this client may ask for
 * @param tokenEndpointAuthMethods the ways in which it may authenticate
 * @param signingAlgorithm the one algorithm that its assertions may be signed with; empty for any
 * @param jwks its public keys, as the JWK Set that it registered
 * @param jwksUri where it publishes them instead
 * @param introspectionSignedResponseAlg with what the answers are signed that it gets from
 *     introspection, RFC 9701 §6; empty for RS256
 * @param rotatesRefreshTokens whether each refresh gives it another refresh token
 * @param requiresPkce whether its authorization requests must have a code_challenge
 * @param secretHashes lower-case hex SHA-256 of each secret now valid, two at most
 * @param defaultResource the API that it means where a request names neither an API nor a scope
 * @param standing who answers for it; a registry of an earlier version does not say: nobody
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RegisteredClient(
        String clientId,
        String clientName,
        Optional<URI> clientUri,
        Optional<String> description,
        Optional<String> logoSha256,
        Optional<URI> tosUri,
        Optional<URI> policyUri,
        List<String> contacts,
        List<String> redirectUris,
        Optional<String> failureRedirectUri,
        Set<GrantType> grantTypes,
        Set<ResponseType> responseTypes,
        Scope scope,
        Set<ClientAuthenticationMethod> tokenEndpointAuthMethods,
        Optional<String> signingAlgorithm,
        Optional<String> jwks,
        Optional<URI> jwksUri,
        Optional<String> introspectionSignedResponseAlg,
        List<String> secretHashes,
        boolean rotatesRefreshTokens,
        boolean requiresPkce,
        OpenIdMetadata openId,
        LogoutMetadata logout,
        Optional<String> defaultResource,
        Standing standing) {

    public RegisteredClient {
        contacts = List.copyOf(contacts);
        redirectUris = List.copyOf(redirectUris);
        grantTypes = Set.copyOf(grantTypes);
        responseTypes = Set.copyOf(responseTypes);
        tokenEndpointAuthMethods = Set.copyOf(tokenEndpointAuthMethods);
        secretHashes = List.copyOf(secretHashes);
        standing = Objects.requireNonNullElse(standing, Standing.SELF_REGISTERED);
    }

    /** Whether it cannot prove who it is, RFC 6749 §2.1. */
    public boolean isPublic() {
        return tokenEndpointAuthMethods.contains(ClientAuthenticationMethod.NONE);
    }

    public boolean mayUse(GrantType type) {
        return grantTypes.contains(type);
    }

    public boolean mayAskFor(ResponseType type) {
        return responseTypes.contains(type);
    }

    /** Whether this is one of its secrets, compared in constant time. */
    public boolean hasSecret(OpaqueToken secret) {
        return secretHashes.stream().anyMatch(secret::hasSha256);
    }
}
