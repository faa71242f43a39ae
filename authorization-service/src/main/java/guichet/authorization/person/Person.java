package guichet.authorization.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Somebody who can sign in; the password is kept as its Argon2id hash. */
@Entity
@Table(name = "person")
public class Person {
    @Id UUID id;

    @Column(name = "username", nullable = false)
    String username;

    @Column(name = "display_name", nullable = false)
    String displayName;

    @Column(name = "password_hash", nullable = false)
    String passwordHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    protected Person() {}

    Person(String username, String displayName, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /** How tokens name the person in {@code sub}. */
    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** What is known of the person, by the names of OpenID Connect Core §5.1. */
    public Map<String, Object> claims() {
        return Map.of(
                "name", displayName,
                "preferred_username", username,
                "updated_at", createdAt.getEpochSecond());
    }
}
