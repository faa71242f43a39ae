package guichet.authorization.people.administration;

import guichet.authorization.people.mail.MailedLinks;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Links to new passwords, for who was asked by an administrator to choose one. */
@ApplicationScoped
class ResetLinks {
    private final MailedLinks links;
    private final Mails mails;

    ResetLinks(MailedLinks links, Mails mails) {
        this.links = links;
        this.mails = mails;
    }

    ResetLink handOver(Person person) {
        var link = links.issueForReset(person.id());
        return new ResetLink(person.username(), Optional.of(link), Optional.empty());
    }

    ResetLink mail(Person person, EmailAddress address) {
        mails.invite(person, address);
        return new ResetLink(person.username(), Optional.empty(), Optional.of(address.value()));
    }

    void endAllOf(Person person) {
        links.endAllOf(person.id());
    }
}
