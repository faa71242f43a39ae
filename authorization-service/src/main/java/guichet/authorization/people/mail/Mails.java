package guichet.authorization.people.mail;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.Person;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes to people; each letter is kept in the transaction of what it tells. To an address that
 * nobody has proved goes only what proves it: it may be a stranger's.
 */
@ApplicationScoped
public class Mails implements OutboxHandler<LetterToSend> {
    private final Delivery delivery;
    private final LetterDelivery letters;
    private final Outbox outbox;
    private final ClientNetwork network;
    private final PreferredLanguage language;

    Mails(
            Delivery delivery,
            LetterDelivery letters,
            Outbox outbox,
            ClientNetwork network,
            PreferredLanguage language) {
        this.language = language;
        this.delivery = delivery;
        this.letters = letters;
        this.outbox = outbox;
        this.network = network;
    }

    /** Asks a person to prove that this address is theirs. */
    @Transactional
    public void askForProof(Person person, EmailAddress address) {
        keep(caused(Letter.VERIFY_ADDRESS, person.id(), address));
    }

    /** Sends a person a way to a password, as an administrator wishes. */
    @Transactional
    public void invite(Person person, EmailAddress address) {
        keep(new LetterToSend(Letter.INVITATION, person.id(), address.value(), null, null));
    }

    /** Sends a way to a new password to whoever has this address, if anybody. */
    @Transactional
    public void sendReset(EmailAddress address) {
        keep(caused(Letter.RESET_PASSWORD, null, address));
    }

    /** Tells a person that somebody gave their address for another account. */
    @Transactional
    public void tellAddressInUse(Person person) {
        tell(Letter.ADDRESS_IN_USE, person);
    }

    /** Tells a person, at the address that they may leave, of another one. */
    @Transactional
    public void tellAddressChanges(Person person) {
        tell(Letter.ADDRESS_CHANGES, person);
    }

    @Transactional
    public void tellPasswordChanged(Person person) {
        tell(Letter.PASSWORD_CHANGED, person);
    }

    private void tell(Letter letter, Person person) {
        person.provedEmail().ifPresent(address -> keep(caused(letter, person.id(), address)));
    }

    /** Takes back letters with links to a person that wait to be sent. */
    @Transactional
    public void takeBackLinks(UUID personId) {
        takeBack(Letter.VERIFY_ADDRESS, personId);
        takeBack(Letter.INVITATION, personId);
        takeBack(Letter.RESET_PASSWORD, personId);
    }

    private void takeBack(Letter letter, UUID personId) {
        outbox.takeBack(kind(), Map.of("letter", letter, "person_id", personId));
    }

    /** Where no mail can leave none is kept: it would only grow old. */
    private void keep(LetterToSend letter) {
        if (letters.isThere()) {
            outbox.put(kind(), new EmailAddress(letter.address()).normalized(), letter);
        }
    }

    /** As a page caused it. */
    private LetterToSend caused(Letter letter, @Nullable UUID personId, EmailAddress address) {
        return new LetterToSend(
                letter, personId, address.value(), client(), language.get().toLanguageTag());
    }

    private @Nullable String client() {
        return network.findHolder().orElse(null);
    }

    /** After a day nobody waits for a letter any more. */
    @Override
    public Kind<LetterToSend> kind() {
        return Kind.within(Duration.ofDays(1), "letter", LetterToSend.class);
    }

    /** A letter that was sent just before a crash is sent again, with other links. */
    @Override
    public void deliver(LetterToSend letter) {
        delivery.deliver(letter);
    }
}
