package guichet.authorization.account;

import guichet.authorization.claim.Extent;
import guichet.authorization.consent.Consents;
import guichet.authorization.grant.GrantEnds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** What a person allowed which applications. */
@ApplicationScoped
class Permissions {
    private final Consents consents;
    private final GrantEnds grants;

    Permissions(Consents consents, GrantEnds grants) {
        this.consents = consents;
        this.grants = grants;
    }

    /** By client. */
    Map<String, Extent> of(UUID personId) {
        return consents.of(personId);
    }

    /** Takes it back: the application has to ask again, and what it was given ends. */
    @Transactional
    void withdraw(UUID personId, String clientId) {
        consents.withdraw(personId, clientId);
        grants.endAllAt(personId, clientId, "permission withdrawn");
    }
}
