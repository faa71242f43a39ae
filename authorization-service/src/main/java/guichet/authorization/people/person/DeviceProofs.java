package guichet.authorization.people.person;

import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proofs that a person has signed in at a browser before, OWASP's device cookies. Nothing is kept
 * of them: they are derived with the kept password, so that another password ends them all, and
 * they name nobody.
 */
@ApplicationScoped
public class DeviceProofs {
    /** As long as somebody may be away and come back to the same browser. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    private static final Pattern FORM =
            Pattern.compile("(gdn_[\\w-]+)\\.(\\d{1,11})\\.(gdv_[\\w-]+)");

    private final Clock clock;

    DeviceProofs(Clock clock) {
        this.clock = clock;
    }

    /** A new one, for a browser at which this person has just signed in. */
    public String prove(Person person) {
        Instant end = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        String device = OpaqueToken.random(TokenKind.DEVICE).reveal();
        return "%s.%d.%s"
                .formatted(device, end.getEpochSecond(), derived(person, device, end).reveal());
    }

    /** The browser's name, if this proves that the person has signed in there. */
    public Optional<String> device(Person person, String proof) {
        var parts = FORM.matcher(proof);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        return Optional.of(parts.group(1))
                .filter(_ -> clock.instant().isBefore(end))
                .filter(device ->
                        OpaqueToken.of(parts.group(3))
                                .hasSha256(derived(person, device, end).sha256()));
    }

    private static OpaqueToken derived(Person person, String device, Instant end) {
        byte[] password = person.passwordHash.getBytes(StandardCharsets.UTF_8);
        return new Derivation(
                        TokenKind.DEVICE_PROOF, new SecretKeySpec(password, Derivation.ALGORITHM))
                .of("%s at %s until %d".formatted(person.id, device, end.getEpochSecond()));
    }
}
