package guichet.registry.resource;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;

/** A scope of an API on offer. */
@Entity
@Table(name = "resource_scope")
class OfferedScope {
    @Id
    @Column(name = "name")
    String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "resource")
    OfferedResource resource;

    @Column(name = "position", nullable = false)
    int position;

    @Column(name = "description", nullable = false)
    String description;

    /** The words of {@link guichet.kit.registry.Actor}. */
    @Column(name = "granted_to", nullable = false)
    List<String> grantedTo;
}
