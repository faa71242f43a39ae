package guichet.token.access;

import guichet.oauth.Scope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.registryclient.Target;
import guichet.token.grant.Grant;
import guichet.token.grant.LiveGrant;
import guichet.token.grant.StandingGrants;
import guichet.token.grant.StatusIndex;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;

/** Issues access tokens, RFC 9068 §2. */
@ApplicationScoped
public class AccessTokens {
    static final String TYPE = "at+jwt";

    private final KeyRing keys;
    private final Resources resources;
    private final StandingGrants standingGrants;
    private final String issuer;
    private final Duration lifetime;

    AccessTokens(
            KeyRing keys,
            Resources resources,
            StandingGrants standingGrants,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.token.access-token-lifetime") Duration lifetime) {
        this.keys = keys;
        this.resources = resources;
        this.standingGrants = standingGrants;
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /**
     * A token with which the client acts as the person who granted it.
     *
     * @param asked the APIs that the request names, RFC 8707 §2.2
     * @param ofPerson what {@link PersonClaims} has for this grant and these APIs
     * @throws guichet.oauth.OAuthException as {@link Grant#target} says
     */
    public AccessToken issueForPerson(
            LiveGrant live, List<String> asked, Map<String, Object> ofPerson) {
        Grant grant = live.grant();
        var target = grant.target(resources.catalogue(), asked);
        var claims = claims(grant.subject(), grant.clientId(), target.scope());
        ofPerson.forEach(claims::setClaim);
        setPlace(claims, audience(target), live.status());
        claims.setClaim("auth_time", grant.authTime().getEpochSecond());
        claims.setStringListClaim("amr", grant.amr());
        grant.acr().ifPresent(acr -> claims.setStringClaim("acr", acr));
        return sign(claims, target);
    }

    /** With the scope openid it is for userinfo too, which is the issuer's own. */
    private List<String> audience(Target target) {
        var audience = new ArrayList<>(target.audience());
        if (audience.isEmpty() || target.scope().contains(Scope.OPENID)) {
            audience.add(issuer);
        }
        return audience;
    }

    /** A token with which the client acts as itself, RFC 6749 §4.4. */
    public AccessToken issueForApplication(String clientId, Target target) {
        StatusIndex status = standingGrants.of(clientId, target.audience());
        var claims = claims(clientId, clientId, target.scope());
        setPlace(claims, List.copyOf(target.audience()), status);
        return sign(claims, target);
    }

    private static JwtClaims claims(String subject, String clientId, Scope scope) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("client_id", clientId);
        claims.setStringClaim("scope", scope.toString());
        return claims;
    }

    private void setPlace(JwtClaims claims, List<String> audience, StatusIndex status) {
        claims.setAudience(audience);
        claims.setClaim("status", StatusClaim.of(issuer, status));
    }

    private AccessToken sign(JwtClaims claims, Target target) {
        ResourceCatalogue catalogue = resources.catalogue();
        String algorithm =
                catalogue.signingAlgorithm(target.audience()).orElse(KeyRing.STANDARD_ALGORITHM);
        Duration good = catalogue.lifetime(target.audience(), lifetime);
        String signed = keys.sign(claims, good, TYPE, algorithm);
        return new AccessToken(signed, good, target.scope());
    }
}
