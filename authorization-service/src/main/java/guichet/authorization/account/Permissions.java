package guichet.authorization.account;

import guichet.authorization.claim.Extent;
import guichet.authorization.consent.Consents;
import guichet.authorization.grant.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** What a person allowed which applications. */
@ApplicationScoped
class Permissions {
    private final Consents consents;
    private final Grants grants;

    Permissions(Consents consents, Grants grants) {
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
        grants.revokeAllOf(personId, clientId, "permission withdrawn");
    }
}
