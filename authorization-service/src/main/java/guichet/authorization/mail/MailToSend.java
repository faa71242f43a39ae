package guichet.authorization.mail;

import guichet.authorization.person.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter that is still to be written and sent. */
@Entity
@Table(name = "mail_to_send")
class MailToSend {
    @Id UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "letter", nullable = false, updatable = false)
    Letter letter;

    @Column(name = "person_id", updatable = false)
    @Nullable UUID personId;

    @Column(name = "address", nullable = false, updatable = false)
    String address;

    @Column(name = "asked_at", nullable = false, updatable = false)
    Instant askedAt;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    @Column(name = "attempts", nullable = false)
    int attempts;

    /** For Hibernate. */
    protected MailToSend() {}

    MailToSend(Letter letter, Optional<UUID> personId, EmailAddress address, Instant now) {
        this.id = UUID.randomUUID();
        this.letter = letter;
        this.personId = personId.orElse(null);
        this.address = address.value();
        this.askedAt = now;
        this.dueAt = now;
    }
}
