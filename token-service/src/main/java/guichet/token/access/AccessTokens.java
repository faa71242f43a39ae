package guichet.token.access;

import guichet.kit.registry.Resources;
import guichet.oauth.OAuthError.InvalidScope;
import guichet.oauth.Scope;
import guichet.token.grant.Grant;
import guichet.token.grant.LiveGrant;
import guichet.token.grant.StandingGrants;
import guichet.token.grant.StatusIndex;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Issues access tokens, RFC 9068 §2. */
@ApplicationScoped
public class AccessTokens {
    static final String TYPE = "at+jwt";

    /** Of a token that is for no API. */
    private static final String STANDARD_ALGORITHM = "ES256";

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
                claims(grant.subject(), grant.clientId(), grant.scope(), audience, live.status());
        claims.setClaim("auth_time", grant.authTime().getEpochSecond());
        claims.setStringListClaim("amr", grant.amr());
        return sign(claims, grant.scope(), audience);
    }

    /** A token with which the client acts as itself, RFC 6749 §4.4. */
    public AccessToken issueForApplication(String clientId, Scope scope) {
        Set<String> audience = resources.catalogue().audienceOf(scope);
        StatusIndex status = standingGrants.of(clientId, audience);
        return sign(claims(clientId, clientId, scope, audience, status), scope, audience);
    }

    private JwtClaims claims(
            String subject,
            String clientId,
            Scope scope,
            Set<String> audience,
            StatusIndex status) {
        Instant now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setAudience(List.copyOf(audience));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("client_id", clientId);
        claims.setStringClaim("scope", scope.toString());
        claims.setClaim("status", StatusClaim.of(issuer, status));
        return claims;
    }

    private AccessToken sign(JwtClaims claims, Scope scope, Set<String> audience) {
        return new AccessToken(keys.sign(claims, TYPE, algorithm(audience)), lifetime, scope);
    }

    /** One token has one signature: APIs that want it by different algorithms cannot share it. */
    private String algorithm(Set<String> audience) {
        Set<String> wanted = resources.catalogue().signingAlgorithms(audience);
        if (wanted.size() > 1) {
            throw new InvalidScope(
                            "tokens for %s are signed by different algorithms: ask for scopes of one"
                                    .formatted(String.join(" and ", audience)))
                    .refuse();
        }
        return wanted.stream().findFirst().orElse(STANDARD_ALGORITHM);
    }
}
