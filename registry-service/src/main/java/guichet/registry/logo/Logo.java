package guichet.registry.logo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An image that one client shows, or several. */
@Entity
@Table(name = "logo")
class Logo {
    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "media_type", nullable = false, updatable = false)
    String mediaType;

    @Column(name = "content", nullable = false, updatable = false)
    byte[] content;

    /** For Hibernate. */
    protected Logo() {}
}
