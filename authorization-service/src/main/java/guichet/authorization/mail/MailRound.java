package guichet.authorization.mail;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sends what is due, in each replica once a second. */
@ApplicationScoped
class MailRound {
    private static final Logger LOG = Logger.getLogger(MailRound.class);

    /** After a day nobody waits for a letter any more. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private final Mails mails;
    private final Writer writer;
    private final Postman postman;

    MailRound(Mails mails, Writer writer, Postman postman) {
        this.mails = mails;
        this.writer = writer;
        this.postman = postman;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        if (postman.isThere()) {
            mails.take().forEach(this::send);
        }
    }

    /** A letter that was sent just before a crash is sent again, with other links. */
    private void send(MailToSend mail) {
        try {
            writer.write(mail).forEach(postman::deliver);
            mails.sent(mail);
        } catch (RuntimeException unsent) {
            LOG.warnf("letter %s is not sent yet: %s", mail.id, unsent);
        }
    }

    @Scheduled(every = "1h")
    void giveUp() {
        long letters = mails.forgetOld(GIVEN_UP_AFTER);
        if (letters > 0) {
            LOG.errorf("%d letters could not be sent within a day and are given up", letters);
        }
    }
}
