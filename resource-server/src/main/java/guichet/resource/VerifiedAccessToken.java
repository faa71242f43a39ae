package guichet.resource;

import static java.util.Collections.unmodifiableMap;

import guichet.oauth.Scope;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * An access token that passed every check of RFC 9068 §4; only {@link AccessTokenReader} makes one.
 * It is the principal of its request, and what {@code @Inject JsonWebToken} gives.
 */
public final class VerifiedAccessToken extends DefaultJWTCallerPrincipal {
    /** Its media type, RFC 9068 §2.1. */
    static final String TYPE = "at+jwt";

    private final String clientId;
    private final Scope scope;
    private final List<String> roles;
    private final Optional<StatusReference> status;
    private final Map<String, Object> claims;

    VerifiedAccessToken(String token, JwtClaims claims) throws MalformedClaimException {
        String told = claims.getStringClaimValue("scope");
        this.clientId = claims.getStringClaimValue("client_id");
        this.scope = told == null ? Scope.NONE : Scope.parse(told);
        this.roles =
                claims.hasClaim("roles")
                        ? List.copyOf(claims.getStringListClaimValue("roles"))
                        : List.of();
        this.status = StatusReference.of(claims);
        this.claims = unmodifiableMap(new LinkedHashMap<>(claims.getClaimsMap()));
        super(token, TYPE, claims); // which makes JSON's objects of them
    }

    /** As whom it acts: a person's identifier, or the client's own. */
    public String subject() {
        return getSubject();
    }

    public String clientId() {
        return clientId;
    }

    public Scope scope() {
        return scope;
    }

    /**
     * The roles of the person, RFC 9068 §2.2.3.1, where the API has its tokens say them; otherwise
     * none. What the application may do as that person is for the scope to say.
     */
    public List<String> roles() {
        return roles;
    }

    public Instant expiresAt() {
        return Instant.ofEpochSecond(getExpirationTime());
    }

    boolean isFor(String identifier) {
        return getAudience().contains(identifier);
    }

    /** Where it says that its grant stands. */
    public Optional<StatusReference> status() {
        return status;
    }

    /** All that it says, as JSON's types in Java's words. */
    public Map<String, Object> claims() {
        return claims;
    }

    /** Whether the application acts for itself, RFC 9068 §2.2. */
    public boolean actsAsApplication() {
        return subject().equals(clientId);
    }
}
