package guichet.token.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A grant that has ended before its time: a view, which knows all ways in which that is told. */
@Entity
@Immutable
@Table(name = "ended_grant")
class EndedGrant {
    @Id UUID id;

    @Column(name = "status_index")
    long statusIndex;

    /** For Hibernate. */
    protected EndedGrant() {}
}
