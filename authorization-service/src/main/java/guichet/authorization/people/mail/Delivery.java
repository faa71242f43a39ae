package guichet.authorization.people.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends a letter that waited, if there is somebody to have it and it is not one too many: only now
 * is that known, and only what goes out is counted.
 */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final LetterComposer composer;
    private final MailCount count;
    private final LetterDelivery letters;

    Delivery(LetterComposer composer, MailCount count, LetterDelivery letters) {
        this.composer = composer;
        this.count = count;
        this.letters = letters;
    }

    /**
     * Sends it, or lets it fall.
     *
     * @throws RuntimeException if it has to wait
     */
    void deliver(LetterToSend letter) {
        composer.recipient(letter).ifPresent(it -> deliver(letter, it));
    }

    private void deliver(LetterToSend letter, Recipient recipient) {
        if (!count.spend(letter, recipient)) {
            LOG.infof("%s to %s is not sent: one too many within an hour", letter, recipient);
            return;
        }
        try {
            letters.deliver(
                    composer.compose(
                            letter.letter(), recipient, Optional.ofNullable(letter.language())));
        } catch (RuntimeException notTaken) {
            count.giveBack(letter, recipient);
            throw notTaken;
        }
    }
}
