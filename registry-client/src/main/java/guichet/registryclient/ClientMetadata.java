package guichet.registryclient;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an application says of itself, RFC 7591 §2 and OpenID Connect Dynamic Client Registration
 * §2, checked and completed; as JSON it has the members of these sections.
 *
 * @param clientName empty when it registered none: people are then shown where it is
 * @param inOtherLanguages the same members in other languages, RFC 7591 §2.2, by member and
 *     language as in {@code client_name#fr}
 * @param failureRedirectUri where people are sent when a request fails or is refused
 * @param tokenEndpointAuthMethod empty when none was named: both ways of sending a secret are open
 * @param tokenEndpointAuthSigningAlg the one algorithm of its assertions; empty for any
 * @param jwks with which keys it signs, as a text; or else they are published at {@code jwksUri}
 * @param introspectionSignedResponseAlg with what introspection answers it, RFC 9701 §6; empty for
 *     RS256
 * @param sectorIdentifierUri whose host is the sector of its pairwise subjects, Core §8.1
 * @param defaultResource the identifier of the API that it means where a request names neither an
 *     API nor a scope; not of a standard
 * @param requirePkce whether it is held to PKCE although it is confidential
 * @param softwareId which software it is, as are its version and statement: the same for every copy
 * @param softwareStatement what its maker signed about it, RFC 7591 §2.3, as it was sent
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ClientMetadata(
        Optional<String> clientName,
        Optional<URI> clientUri,
        Optional<String> description,
        Optional<URI> logoUri,
        Optional<URI> tosUri,
        Optional<URI> policyUri,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> inOtherLanguages,
        List<String> contacts,
        List<String> redirectUris,
        Optional<String> failureRedirectUri,
        List<GrantType> grantTypes,
        List<ResponseType> responseTypes,
        Scope scope,
        Optional<ClientAuthenticationMethod> tokenEndpointAuthMethod,
        Optional<String> tokenEndpointAuthSigningAlg,
        Optional<String> jwks,
        Optional<URI> jwksUri,
        Optional<String> introspectionSignedResponseAlg,
        @JsonUnwrapped OpenIdMetadata openId,
        Optional<URI> sectorIdentifierUri,
        @JsonUnwrapped LogoutMetadata logout,
        boolean rotateRefreshTokens,
        boolean requirePkce,
        Optional<String> defaultResource,
        Optional<String> softwareId,
        Optional<String> softwareVersion,
        Optional<String> softwareStatement) {

    private static final Set<ClientAuthenticationMethod> BY_SECRET =
            Set.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST);

    public ClientMetadata {
        // in one order, since equal registrations are known by their JSON
        inOtherLanguages =
                Collections.unmodifiableMap(
                        new TreeMap<>(requireNonNullElse(inOtherLanguages, Map.of())));
        contacts = List.copyOf(contacts);
        redirectUris = List.copyOf(redirectUris);
        grantTypes = List.copyOf(grantTypes);
        responseTypes = List.copyOf(responseTypes);
    }

    /** The ways in which it may authenticate. */
    public Set<ClientAuthenticationMethod> authenticationMethods() {
        return tokenEndpointAuthMethod.map(Set::of).orElse(BY_SECRET);
    }

    public boolean mayUse(GrantType type) {
        return grantTypes.contains(type);
    }

    public boolean mayAskFor(ResponseType type) {
        return responseTypes.contains(type);
    }

    /** The name that it says for a reader of this language, or else for any. */
    public Optional<String> clientName(Locale reader) {
        return said("client_name", reader).or(this::clientName);
    }

    /** Its own page, likewise. */
    public Optional<String> clientUri(Locale reader) {
        return said("client_uri", reader).or(() -> clientUri.map(URI::toString));
    }

    /** What it says of itself, likewise. */
    public Optional<String> description(Locale reader) {
        return said("description", reader).or(this::description);
    }

    /** Its terms of service, likewise. */
    public Optional<String> tosUri(Locale reader) {
        return said("tos_uri", reader).or(() -> tosUri.map(URI::toString));
    }

    /** Its privacy policy, likewise. */
    public Optional<String> policyUri(Locale reader) {
        return said("policy_uri", reader).or(() -> policyUri.map(URI::toString));
    }

    private Optional<String> said(String member, Locale reader) {
        String before = member + "#";
        List<String> tags =
                inOtherLanguages.keySet().stream()
                        .filter(it -> it.startsWith(before))
                        .map(it -> it.substring(before.length()))
                        .toList();
        return InLanguages.best(reader, tags).map(tag -> inOtherLanguages.get(before + tag));
    }

    /** Whether it cannot prove who it is, RFC 6749 §2.1. */
    @JsonIgnore
    public boolean isPublic() {
        return authenticatesBy(ClientAuthenticationMethod.NONE);
    }

    /** Whether the server gives it a secret. */
    public boolean needsSecret() {
        return tokenEndpointAuthMethod.map(ClientAuthenticationMethod::usesSecret).orElse(true);
    }

    /** Whether its secret is an HMAC key, which the server has to know. */
    public boolean sharesSecret() {
        return authenticatesBy(ClientAuthenticationMethod.CLIENT_SECRET_JWT);
    }

    private boolean authenticatesBy(ClientAuthenticationMethod method) {
        return tokenEndpointAuthMethod.equals(Optional.of(method));
    }
}
