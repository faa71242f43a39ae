package guichet.authorization.people.mail;

import guichet.authorization.people.person.EmailAddress;
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

/** A link that was mailed; only the SHA-256 of what makes it one is kept. */
@Entity
@Table(name = "mailed_link")
public class MailedLink {
    @Id
    @Column(name = "sha256")
    String sha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", nullable = false, updatable = false)
    Purpose purpose;

    @Column(name = "person_id", nullable = false, updatable = false)
    UUID personId;

    @Column(name = "address", updatable = false)
    @Nullable String address;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** For Hibernate. */
    protected MailedLink() {}

    MailedLink(
            String sha256,
            Purpose purpose,
            UUID personId,
            Optional<EmailAddress> address,
            Instant expiresAt) {
        this.sha256 = sha256;
        this.purpose = purpose;
        this.personId = personId;
        this.address = address.map(EmailAddress::value).orElse(null);
        this.expiresAt = expiresAt;
    }

    /** Whom it is for. */
    public UUID personId() {
        return personId;
    }

    /** The address to which it was mailed, if it was. */
    public Optional<EmailAddress> address() {
        return Optional.ofNullable(address).map(EmailAddress::new);
    }

    /** What a link is good for. */
    public enum Purpose {
        VERIFY_ADDRESS,
        RESET_PASSWORD
    }
}
