package guichet.authorization.people.person;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in; the password is kept as its Argon2id hash. */
@Entity
@Table(name = "person")
@DynamicUpdate // so that no change undoes another one that is made at the same time
public class Person {
    @Id UUID id;

    @Column(name = "username", nullable = false)
    String username;

    @Column(name = "display_name", nullable = false)
    String displayName;

    @Column(name = "password_hash", nullable = false)
    String passwordHash;

    @Column(name = "email")
    @Nullable String email;

    @Column(name = "email_verified", nullable = false)
    boolean emailVerified;

    @ElementCollection
    @CollectionTable(name = "person_attribute", joinColumns = @JoinColumn(name = "person_id"))
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "name")
    @Column(name = "value", nullable = false)
    Map<Attribute, String> attributes = new EnumMap<>(Attribute.class);

    @Column(name = "phone_number_verified", nullable = false)
    boolean phoneNumberVerified;

    /** Never changed here: {@link Accounts#assign} does it. */
    @Column(name = "roles", nullable = false, insertable = false, updatable = false)
    List<String> roles = List.of();

    @Column(name = "groups", nullable = false, insertable = false, updatable = false)
    List<String> groups = List.of();

    /** Since when the person may not sign in, if so. */
    @Column(name = "blocked_at")
    @Nullable Instant blockedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    /** For Hibernate. */
    protected Person() {}

    Person(String username, String displayName, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** How tokens name the person in {@code sub}. */
    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** The name to sign in with. */
    public String username() {
        return username;
    }

    /** Where letters reach the person, whether that was proved or not. */
    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    /** The address that was proved to be theirs. */
    public Optional<EmailAddress> provedEmail() {
        return email().filter(_ -> emailVerified);
    }

    /** What administrators say that the person belongs to; for who is told that, see there. */
    public List<String> names(Membership membership) {
        return List.copyOf(
                switch (membership) {
                    case ROLES -> roles;
                    case GROUPS -> groups;
                });
    }

    public boolean isBlocked() {
        return blockedAt != null;
    }

    Profile profile() {
        var address = Optional.ofNullable(email).map(it -> new Profile.Email(it, emailVerified));
        return new Profile(
                id, username, displayName, address, attributes, phoneNumberVerified, updatedAt);
    }
}
