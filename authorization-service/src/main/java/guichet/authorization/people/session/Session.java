package guichet.authorization.people.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person signed in at a browser; only the SHA-256 of the cookie is kept. */
@Entity
@Table(name = "session")
class Session {
    @Id
    @Column(name = "sha256")
    String sha256;

    /** What applications are told of it, OpenID Connect Front-Channel Logout 1.0 §3. */
    @Column(name = "sid", nullable = false, updatable = false)
    UUID sid;

    @Column(name = "person_id", nullable = false, updatable = false)
    UUID personId;

    @Column(name = "auth_time", nullable = false, updatable = false)
    Instant authTime;

    /** How the person proved who they are, RFC 8176. */
    @Column(name = "amr", nullable = false, updatable = false)
    List<String> amr;

    @Column(name = "acr", nullable = false, updatable = false)
    String acr;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    @Column(name = "used_at", nullable = false)
    Instant usedAt;

    /** For Hibernate. */
    protected Session() {}

    Session(String sha256, SignedIn signedIn, Instant expiresAt) {
        this.sha256 = sha256;
        this.sid = signedIn.sid();
        this.personId = signedIn.personId();
        this.authTime = signedIn.authTime();
        this.amr = signedIn.amr();
        this.acr = signedIn.acr();
        this.expiresAt = expiresAt;
        this.usedAt = signedIn.authTime();
    }
}
