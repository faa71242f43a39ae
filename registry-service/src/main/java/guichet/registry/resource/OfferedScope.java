package guichet.registry.resource;

import guichet.registryclient.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A scope of an API on offer. */
@Entity
@Table(name = "resource_scope")
class OfferedScope {
    @Id
    @Column(name = "name")
    String name;

    /** The name of its API. */
    @Column(name = "resource", nullable = false)
    String resource;

    @Column(name = "position", nullable = false)
    int position;

    /** What it allows, by language. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "words", nullable = false)
    Map<String, String> words;

    /** The words of {@link Actor}. */
    @Column(name = "granted_to", nullable = false)
    List<String> grantedTo;

    @Column(name = "by_default", nullable = false)
    boolean byDefault;

    /** When it came on offer. */
    @Column(name = "since", nullable = false, updatable = false)
    Instant since;

    /** For Hibernate. */
    protected OfferedScope() {}

    OfferedScope(String resource, int position, ApiScope scope, Instant since) {
        this.name = scope.name();
        this.resource = resource;
        this.position = position;
        this.words = scope.words();
        this.grantedTo = scope.grantedTo().stream().map(Actor::toString).sorted().toList();
        this.byDefault = scope.byDefault();
        this.since = since;
    }

    ApiScope described() {
        return new ApiScope(
                name,
                words,
                grantedTo.stream()
                        .map(actor -> Actor.valueOf(actor.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                byDefault);
    }
}
