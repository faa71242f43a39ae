package guichet.resource;

import guichet.oauth.ErrorDescription;
import guichet.oauth.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Tells the operator when tokens that the issuer signed name another API or issuer than the
 * settings: the caller can do nothing about an identifier that is written in two ways.
 */
final class SetUpFaults {
    private static final Logger LOG = Logger.getLogger(SetUpFaults.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int LONGEST = 200;

    private final CurrentTime time;
    private final String issuer;
    private final String identifier;
    private Instant next = Instant.MIN; // guarded by this

    /**
     * @param issuer that tokens must name in {@code iss}
     * @param identifier that they must name in {@code aud}
     */
    SetUpFaults(CurrentTime time, String issuer, String identifier) {
        this.time = time;
        this.issuer = issuer;
        this.identifier = identifier;
    }

    /** Tells it, at most once a minute, if that is what is wrong with the token. */
    void tell(Reason reason, InvalidJwtException invalid) {
        switch (reason) {
            case TOKEN_FOR_ANOTHER_API ->
                    tell("aud", "guichet.resource.identifier", identifier, invalid);
            case TOKEN_OF_ANOTHER_ISSUER -> tell("iss", "guichet.issuer", issuer, invalid);
            default -> {}
        }
    }

    private void tell(String claim, String setting, String expected, InvalidJwtException invalid) {
        if (isDue()) {
            LOG.warnf(
                    "a token that the issuer signed is refused: its %s is %s, and %s is %s; if it"
                            + " should be taken, write both in the same way, to the letter",
                    claim, shown(claim, invalid.getJwtContext().getJwtClaims()), setting, expected);
        }
    }

    private synchronized boolean isDue() {
        Instant now = time.now();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(BETWEEN);
        return true;
    }

    /** What tokens say is in the hands of others: of one line, and short. */
    private static String shown(String claim, JwtClaims claims) {
        String words = ErrorDescription.of(String.valueOf(claims.getClaimValue(claim)));
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
    }
}
