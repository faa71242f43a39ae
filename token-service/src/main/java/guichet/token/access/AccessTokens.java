package guichet.token.access;

import guichet.kit.registry.Resources;
import guichet.oauth.Scope;
import guichet.token.grant.Grant;
import guichet.token.key.KeyRing;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues access tokens, RFC 9068 §2. */
@ApplicationScoped
public class AccessTokens {
    private static final String TYPE = "at+jwt";

    private final Clock clock;
    private final KeyRing keys;
    private final Resources resources;
    private final String issuer;
    private final Duration lifetime;

    AccessTokens(
            Clock clock,
            KeyRing keys,
            Resources resources,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.token.access-token-lifetime") Duration lifetime) {
        this.clock = clock;
        this.keys = keys;
        this.resources = resources;
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /** A token with which the client acts as the person who granted it. */
    public AccessToken issueForPerson(Grant grant) {
        var claims =
                claims(grant.subject(), grant.clientId(), grant.scope())
                        .claim("auth_time", grant.authTime().getEpochSecond())
                        .claim("amr", grant.amr());
        return sign(claims, grant.scope());
    }

    /** A token with which the client acts as itself, RFC 6749 §4.4. */
    public AccessToken issueForApplication(String clientId, Scope scope) {
        return sign(claims(clientId, clientId, scope), scope);
    }

    private JwtClaimsBuilder claims(String subject, String clientId, Scope scope) {
        Instant now = clock.instant();
        var claims =
                Jwt.issuer(issuer)
                        .subject(subject)
                        .issuedAt(now)
                        .expiresAt(now.plus(lifetime))
                        .claim("jti", UUID.randomUUID().toString())
                        .claim("client_id", clientId)
                        .claim("scope", scope.toString());
        return withAudience(claims, resources.catalogue().audienceOf(scope));
    }

    private static JwtClaimsBuilder withAudience(JwtClaimsBuilder claims, Set<String> audience) {
        return audience.size() == 1
                ? claims.audience(audience.iterator().next())
                : claims.audience(audience);
    }

    private AccessToken sign(JwtClaimsBuilder claims, Scope scope) {
        return new AccessToken(keys.sign(claims, TYPE), lifetime, scope);
    }
}
