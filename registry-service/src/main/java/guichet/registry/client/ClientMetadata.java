package guichet.registry.client;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of itself, RFC 7591 §2, checked and completed.
 *
 * @param failureRedirectUri where people are sent when a request fails or is refused
 * @param tokenEndpointAuthMethod null when none was named: both ways of sending a secret are open
 */
public record ClientMetadata(
        String clientName,
        @Nullable String clientUri,
        @Nullable String description,
        @Nullable String logoUri,
        @Nullable String tosUri,
        @Nullable String policyUri,
        List<String> contacts,
        List<String> redirectUris,
        @Nullable String failureRedirectUri,
        List<GrantType> grantTypes,
        Scope scope,
        @Nullable ClientAuthenticationMethod tokenEndpointAuthMethod,
        ClientKeys keys) {

    public ClientMetadata {
        contacts = List.copyOf(contacts);
        redirectUris = List.copyOf(redirectUris);
        grantTypes = List.copyOf(grantTypes);
    }

    /** Whether the server gives it a secret. */
    public boolean needsSecret() {
        return tokenEndpointAuthMethod == null || tokenEndpointAuthMethod.usesSecret();
    }
}
