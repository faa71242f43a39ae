package guichet.token.access;

import guichet.kit.registry.Resources;
import guichet.oauth.Scope;
import guichet.token.grant.Grant;
import guichet.token.grant.LiveGrant;
import guichet.token.grant.StandingGrants;
import guichet.token.grant.StatusIndex;
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
    private final StandingGrants standingGrants;
    private final String issuer;
    private final Duration lifetime;

    AccessTokens(
            Clock clock,
            KeyRing keys,
            Resources resources,
            StandingGrants standingGrants,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.token.access-token-lifetime") Duration lifetime) {
        this.clock = clock;
        this.keys = keys;
        this.resources = resources;
        this.standingGrants = standingGrants;
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /** A token with which the client acts as the person who granted it. */
    public AccessToken issueForPerson(LiveGrant live) {
        Grant grant = live.grant();
        Set<String> audience = resources.catalogue().audienceOf(grant.scope());
        var claims =
                claims(grant.subject(), grant.clientId(), grant.scope(), audience, live.status())
                        .claim("auth_time", grant.authTime().getEpochSecond())
                        .claim("amr", grant.amr());
        return sign(claims, grant.scope());
    }

    /** A token with which the client acts as itself, RFC 6749 §4.4. */
    public AccessToken issueForApplication(String clientId, Scope scope) {
        Set<String> audience = resources.catalogue().audienceOf(scope);
        StatusIndex status = standingGrants.of(clientId, audience);
        return sign(claims(clientId, clientId, scope, audience, status), scope);
    }

    private JwtClaimsBuilder claims(
            String subject,
            String clientId,
            Scope scope,
            Set<String> audience,
            StatusIndex status) {
        Instant now = clock.instant();
        var claims =
                Jwt.issuer(issuer)
                        .subject(subject)
                        .issuedAt(now)
                        .expiresAt(now.plus(lifetime))
                        .claim("jti", UUID.randomUUID().toString())
                        .claim("client_id", clientId)
                        .claim("scope", scope.toString())
                        .claim("status", StatusClaim.of(issuer, status));
        return withAudience(claims, audience);
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
