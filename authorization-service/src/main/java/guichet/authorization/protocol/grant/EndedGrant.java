package guichet.authorization.protocol.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A grant that has ended: a view, which knows those that ended with others, too. */
@Entity
@Immutable
@Table(name = "ended_grant")
class EndedGrant {
    @Id UUID id;

    /** For Hibernate. */
    protected EndedGrant() {}
}
