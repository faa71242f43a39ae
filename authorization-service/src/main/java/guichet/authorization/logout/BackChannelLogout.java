package guichet.authorization.logout;

import guichet.authorization.grant.SessionClient;
import guichet.authorization.tokenservice.LogoutNotice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A client that has yet to be told that a session is over. */
@Entity
@Table(name = "back_channel_logout")
class BackChannelLogout {
    @Id UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    /** As the client knows the person. */
    @Column(name = "subject", nullable = false, updatable = false)
    String subject;

    @Column(name = "sid", nullable = false, updatable = false)
    UUID sid;

    @Column(name = "ended_at", nullable = false, updatable = false)
    Instant endedAt;

    /** Made so far, the one under way included. */
    @Column(name = "attempts", nullable = false)
    int attempts;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    /** For Hibernate. */
    protected BackChannelLogout() {}

    BackChannelLogout(UUID sid, SessionClient client, Instant endedAt) {
        this.id = UUID.randomUUID();
        this.clientId = client.clientId();
        this.subject = client.subject();
        this.sid = sid;
        this.endedAt = endedAt;
        this.dueAt = endedAt;
    }

    LogoutNotice notice() {
        return new LogoutNotice(clientId, subject, sid);
    }
}
