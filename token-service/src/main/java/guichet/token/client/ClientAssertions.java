package guichet.token.client;

import guichet.kit.foreign.JwtRules;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registryclient.ClientKeys;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.SharedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks the assertions with which clients authenticate, RFC 7523 §2.2. */
@ApplicationScoped
class ClientAssertions {
    private final Clock clock;
    private final ClientKeys keys;
    private final SharedSecrets secrets;
    private final EndedSecrets endedSecrets;
    private final UsedAssertions used;
    private final Set<String> audience;
    private final Duration longest;

    ClientAssertions(
            Clock clock,
            ClientKeys keys,
            SharedSecrets secrets,
            EndedSecrets endedSecrets,
            UsedAssertions used,
            ClientConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.secrets = secrets;
        this.endedSecrets = endedSecrets;
        this.used = used;
        this.audience =
                config.issuerAudienceOnly() ? Set.of(issuer) : Set.of(issuer, issuer + "/token");
        this.longest = config.assertionLifetime();
    }

    ClientAssertion read(String jwt) {
        Instant now = clock.instant();
        var assertion = ClientAssertion.read(jwt, audience, now);
        if (assertion.expiresAt().isAfter(now.plus(longest).plus(JwtRules.LEEWAY))) {
            throw ClientAssertion.fault(
                    Reason.ASSERTION_LIVES_TOO_LONG,
                    "must expire within %d seconds".formatted(longest.toSeconds()));
        }
        return assertion;
    }

    /** Whether the client signed it, with the algorithm that it registered. */
    boolean isOf(RegisteredClient client, ClientAssertion assertion) {
        if (client.metadata()
                .tokenEndpointAuthSigningAlg()
                .filter(it -> !it.equals(assertion.algorithm()))
                .isPresent()) {
            return false;
        }
        return switch (assertion.method()) {
            case CLIENT_SECRET_JWT ->
                    isSignedWith(secrets.of(client), assertion)
                            || isSignedWith(secrets.anew(client), assertion);
            case PRIVATE_KEY_JWT -> assertion.jwt().isSignedBy(keys.of(client, assertion.jwt()));
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE -> false;
        };
    }

    /**
     * Takes it, this once.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client} when it was used before
     */
    void use(ClientAssertion assertion) {
        if (!used.use(assertion.clientId(), assertion.jti(), assertion.expiresAt())) {
            throw ClientAssertion.fault(
                    Reason.ASSERTION_USED_BEFORE,
                    "was used before: make a new one, with another jti");
        }
    }

    private boolean isSignedWith(List<OpaqueToken> known, ClientAssertion assertion) {
        return assertion
                .jwt()
                .isSignedBy(
                        known.stream()
                                .filter(secret -> !endedSecrets.has(secret))
                                .map(ClientAssertions::hmacKey)
                                .toList());
    }

    /** The octets of the secret, OpenID Connect Core §9. */
    private static Key hmacKey(OpaqueToken secret) {
        return new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HMAC");
    }
}
