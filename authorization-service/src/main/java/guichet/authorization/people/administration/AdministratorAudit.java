package guichet.authorization.people.administration;

import static guichet.kit.audit.AuditField.BY;
import static guichet.kit.audit.AuditField.BY_CLIENT;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.people.person.Person;
import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.kit.audit.Fact;
import guichet.resource.CurrentAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Takes note of what the administrator does whose request is under way. */
@ApplicationScoped
class AdministratorAudit {
    private final Audit audit;
    private final CurrentAccessToken administrator;

    AdministratorAudit(Audit audit, CurrentAccessToken administrator) {
        this.audit = audit;
        this.administrator = administrator;
    }

    void tell(AuditEvent event, Person person, Fact... more) {
        Stream<Fact> who =
                Stream.of(
                        PERSON.is(person.id()),
                        BY.is(administrator.get().subject()),
                        BY_CLIENT.is(administrator.get().clientId()));
        audit.tell(event, Stream.concat(who, Stream.of(more)).toArray(Fact[]::new));
    }
}
