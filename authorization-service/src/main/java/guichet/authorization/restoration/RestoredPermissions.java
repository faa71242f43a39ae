package guichet.authorization.restoration;

import guichet.kit.database.DatabaseRestored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * After the database was set back: nobody knows which sessions were ended since, which permissions
 * taken back and which codes and links used, so that none of them is good. People sign in again and
 * are asked again.
 */
@ApplicationScoped
class RestoredPermissions {
    /** Codes go with their grants. */
    private static final List<String> TABLES =
            List.of(
                    "session",
                    "authorization_grant",
                    "consent",
                    "consent_claim",
                    "mailed_link",
                    "pending_request",
                    "pending_logout");

    void forget(@Observes DatabaseRestored restored) {
        TABLES.forEach(table -> restored.execute("delete from " + table));
    }
}
