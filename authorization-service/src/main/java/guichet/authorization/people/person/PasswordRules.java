package guichet.authorization.people.person;

import com.nulabinc.zxcvbn.Zxcvbn;
import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords people may choose, NIST SP 800-63B-4 §3.1.1.2: long ones, of any characters but
 * controls (RFC 8265 §4.2.2), that are neither common nor made of what everybody knows of the
 * person.
 */
@ApplicationScoped
public class PasswordRules {
    private static final int LONGEST = 128;

    /** What is guessed within ten to the tenth attempts, by the estimate of zxcvbn. */
    private static final double TOO_FEW_GUESSES = 1e10;

    /** What is estimated, since that takes longer the longer it is; the rest only adds. */
    private static final int ESTIMATED = 32;

    private final HashingThreads threads;
    private final int shortest;
    private final Zxcvbn zxcvbn = new Zxcvbn();

    PasswordRules(PasswordConfig config, HashingThreads threads) {
        this.threads = threads;
        this.shortest = config.minimumLength();
    }

    /** The number of characters that are the least. */
    public int shortest() {
        return shortest;
    }

    /**
     * What is to be changed of a password; empty when it is good.
     *
     * @param known of the person: name, username, e-mail address
     */
    public Optional<Text> fault(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest) {
            int least = shortest;
            return Optional.of(words -> words.passwordTooShort(least));
        }
        if (length > LONGEST) {
            return Optional.of(words -> words.passwordTooLong(LONGEST));
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Messages::passwordWithControls);
        }
        return isEasy(password, known) ? Optional.of(Messages::passwordEasy) : Optional.empty();
    }

    /** The estimate costs as much as a hash. */
    private boolean isEasy(String password, List<String> known) {
        String estimated = password.substring(0, Math.min(password.length(), ESTIMATED));
        var inputs =
                known.stream()
                        .flatMap(it -> Stream.concat(Stream.of(it), Stream.of(it.split("\\W+"))))
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .filter(it -> it.length() > 2)
                        .toList();
        return threads.run(() -> zxcvbn.measure(estimated, inputs).getGuesses() < TOO_FEW_GUESSES);
    }
}
