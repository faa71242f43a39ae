package guichet.registry.client;

import guichet.kit.registry.LogoutMetadata;
import guichet.kit.registry.OpenIdMetadata;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of itself, RFC 7591 §2 and OpenID Connect Dynamic Client Registration
 * §2, checked and completed.
 *
 * @param clientName null when it registered none: people are then shown where it is
 * @param failureRedirectUri where people are sent when a request fails or is refused
 * @param tokenEndpointAuthMethod null when none was named: both ways of sending a secret are open
 * @param introspectionSignedResponseAlg with what introspection answers it, RFC 9701 §6; null for
 *     RS256
 * @param sectorIdentifierUri whose host is the sector of its pairwise subjects, Core §8.1
 * @param requiresPkce whether it is held to PKCE although it is confidential
 */
public record ClientMetadata(
        @Nullable String clientName,
        @Nullable String clientUri,
        @Nullable String description,
        @Nullable String logoUri,
        @Nullable String tosUri,
        @Nullable String policyUri,
        List<String> contacts,
        List<String> redirectUris,
        @Nullable String failureRedirectUri,
        List<GrantType> grantTypes,
        List<ResponseType> responseTypes,
        Scope scope,
        @Nullable ClientAuthenticationMethod tokenEndpointAuthMethod,
        ClientKeys keys,
        @Nullable String introspectionSignedResponseAlg,
        OpenIdMetadata openId,
        @Nullable String sectorIdentifierUri,
        LogoutMetadata logout,
        boolean rotatesRefreshTokens,
        boolean requiresPkce,
        Software software) {

    public ClientMetadata {
        contacts = List.copyOf(contacts);
        redirectUris = List.copyOf(redirectUris);
        grantTypes = List.copyOf(grantTypes);
        responseTypes = List.copyOf(responseTypes);
    }

    /** Whether it cannot prove who it is, RFC 6749 §2.1. */
    public boolean isPublic() {
        return tokenEndpointAuthMethod == ClientAuthenticationMethod.NONE;
    }

    /** Whether the server gives it a secret. */
    public boolean needsSecret() {
        return tokenEndpointAuthMethod == null || tokenEndpointAuthMethod.usesSecret();
    }
}
