package guichet.token.introspection;

import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.registryclient.Resources;
import guichet.resource.VerifiedAccessToken;
import guichet.token.client.AuthenticatedClient;
import guichet.token.issued.IssuedToken;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedToken.IssuedRefreshToken;
import guichet.token.issued.IssuedTokens;
import guichet.token.refresh.KnownRefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an authenticated client is told of a token, RFC 7662 §2.2. */
@ApplicationScoped
class Introspection {
    /** All that is said of a token that is not good, or not for whoever asks. */
    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final IssuedTokens tokens;
    private final Resources resources;
    private final String issuer;

    Introspection(
            IssuedTokens tokens,
            Resources resources,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.tokens = tokens;
        this.resources = resources;
        this.issuer = issuer;
    }

    /** The members of the answer, by their names on the wire. */
    Map<String, Object> describe(OpaqueToken token, AuthenticatedClient caller) {
        return tokens.find(token).flatMap(found -> describe(found, caller)).orElse(INACTIVE);
    }

    private Optional<Map<String, Object>> describe(IssuedToken found, AuthenticatedClient caller) {
        boolean isOwn = found.clientId().equals(caller.id());
        return switch (found) {
            case IssuedAccessToken(var token) when isOwn || isAudience(caller, token) ->
                    Optional.of(described(token));
            case IssuedRefreshToken(var token) when isOwn && !token.isSpent() ->
                    described(
                            token,
                            token.grant()
                                    .within(caller.registeredScope())
                                    .stillOffered(resources.catalogue()));
            default -> Optional.empty();
        };
    }

    private boolean isAudience(AuthenticatedClient caller, VerifiedAccessToken token) {
        return resources.catalogue().resources().stream()
                .filter(resource -> caller.id().equals(resource.clientId()))
                .anyMatch(resource -> token.getAudience().contains(resource.identifier()));
    }

    private static Map<String, Object> described(VerifiedAccessToken token) {
        var answer = new LinkedHashMap<>(token.claims());
        answer.put("active", true);
        answer.put("token_type", "Bearer");
        return answer;
    }

    /** With what it would yield; with nothing to yield it is good for nothing. */
    private Optional<Map<String, Object>> described(KnownRefreshToken token, Scope scope) {
        return scope.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Map.of(
                                "active", true,
                                "iss", issuer,
                                "client_id", token.grant().clientId(),
                                "sub", token.grant().subject(),
                                "scope", scope.toString(),
                                "iat", token.issuedAt().getEpochSecond(),
                                "exp", token.expiresAt().getEpochSecond()));
    }
}
