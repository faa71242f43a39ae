package guichet.authorization.protocol.permission;

import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.protocol.grant.GrantEnds;
import guichet.authorization.protocol.grant.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What a person allowed which applications. */
@ApplicationScoped
class Permissions {
    private final Consents consents;
    private final Grants grants;
    private final GrantEnds ends;

    Permissions(Consents consents, Grants grants, GrantEnds ends) {
        this.consents = consents;
        this.grants = grants;
        this.ends = ends;
    }

    /**
     * The clients that a person allowed anything, in their order.
     *
     * @param after which they come; empty for the first
     * @param most how many at most
     */
    List<String> clientsOf(UUID personId, String after, int most) {
        var clientIds = new TreeSet<>(consents.clientsOf(personId, after, most));
        clientIds.addAll(grants.clientsOf(personId, after, most));
        return clientIds.stream().limit(most).toList();
    }

    /** By client: what was approved, and what was granted in another way, as by password. */
    Map<String, Extent> of(UUID personId, Collection<String> clientIds) {
        var allowed = new TreeMap<>(consents.of(personId, clientIds));
        grants.standingOf(personId, clientIds)
                .forEach((client, granted) -> allowed.merge(client, granted, Extent::and));
        return allowed;
    }

    /**
     * Takes it back: the application has to ask again, and what it was given ends, also what is
     * made at the same time of the same approval.
     */
    @Transactional
    void withdraw(UUID personId, String clientId) {
        ends.lock(personId, clientId);
        consents.withdraw(personId, clientId);
        ends.endAllAt(personId, clientId, "permission withdrawn");
    }
}
