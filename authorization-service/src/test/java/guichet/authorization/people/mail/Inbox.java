package guichet.authorization.people.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.outbox.Outbox;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people find in their mail. */
@ApplicationScoped
public class Inbox {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/\\S+\\?link=\\S+)");

    private final Outbox outbox;
    private final MockMailbox mailbox;

    Inbox(Outbox outbox, MockMailbox mailbox) {
        this.outbox = outbox;
        this.mailbox = mailbox;
    }

    /** All letters to this address, the latest last. */
    public List<Mail> of(String address) {
        outbox.deliverDue().join();
        return mailbox.getMailsSentTo(address);
    }

    public Mail latest(String address) {
        var letters = of(address);
        assertThat(letters).isNotEmpty();
        return letters.getLast();
    }

    /** The path of the link in the latest letter. */
    public String link(String address) {
        Matcher link = LINK.matcher(latest(address).getText());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
