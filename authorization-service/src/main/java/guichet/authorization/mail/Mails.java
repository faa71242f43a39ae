package guichet.authorization.mail;

import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.Person;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Sends letters; each is kept in the transaction of what it tells. */
@ApplicationScoped
public class Mails implements OutboxHandler<LetterToSend> {
    private final MailCount count;
    private final Writer writer;
    private final Postman postman;
    private final Outbox outbox;

    Mails(MailCount count, Writer writer, Postman postman, Outbox outbox) {
        this.count = count;
        this.writer = writer;
        this.postman = postman;
        this.outbox = outbox;
    }

    /** A letter to a person at the address of their account, if it has one. */
    @Transactional
    public void write(Letter letter, Person person) {
        person.email().ifPresent(address -> write(letter, person, address));
    }

    /** A letter to a person at this address, which need not be theirs yet. */
    @Transactional
    public void write(Letter letter, Person person, EmailAddress address) {
        keep(new LetterToSend(letter, person.id(), address.value()), address);
    }

    /** A letter to whoever has this address, if anybody, however it is written here. */
    @Transactional
    public void write(Letter letter, EmailAddress address) {
        keep(new LetterToSend(letter, null, address.value()), address);
    }

    /** Takes back letters to a person that wait to be sent. */
    @Transactional
    public void takeBack(Letter letter, UUID personId) {
        outbox.takeBack(kind(), Map.of("letter", letter, "person_id", personId));
    }

    /** Where no mail can leave none is kept: it would only grow old. */
    private void keep(LetterToSend letter, EmailAddress address) {
        if (postman.isThere() && (!letter.letter().isForStrangers() || count.allows(address))) {
            outbox.put(kind(), address.normalized(), letter);
        }
    }

    /** After a day nobody waits for a letter any more. */
    @Override
    public Kind<LetterToSend> kind() {
        return Kind.within(Duration.ofDays(1), "letter", LetterToSend.class);
    }

    /** A letter that was sent just before a crash is sent again, with other links. */
    @Override
    public void deliver(LetterToSend letter) {
        writer.write(letter).forEach(postman::deliver);
    }
}
