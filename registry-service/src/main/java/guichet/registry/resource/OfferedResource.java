package guichet.registry.resource;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API on offer. */
@Entity
@Table(name = "resource")
class OfferedResource {
    @Id
    @Column(name = "name")
    String name;

    @Column(name = "identifier", nullable = false)
    String identifier;

    @Column(name = "title", nullable = false)
    String title;

    @Column(name = "client_id")
    @Nullable String clientId;

    /** By which tokens for it are signed, for example {@code ES256}. */
    @Column(name = "signing_algorithm", nullable = false)
    String signingAlgorithm;

    /** Whether its scopes are for clients that the settings declare, and for no others. */
    @Column(name = "reserved", nullable = false)
    boolean reserved;

    @OneToMany(mappedBy = "resource", fetch = FetchType.EAGER)
    @OrderBy("position")
    List<OfferedScope> scopes = List.of();
}
