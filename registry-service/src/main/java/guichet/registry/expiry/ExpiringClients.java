package guichet.registry.expiry;

import jakarta.persistence.Query;
import java.util.List;

/** Clients of one kind that may expire; its queries answer identifiers. */
interface ExpiringClients {
    /**
     * The first few behind this one, in the order of identifiers: so few that what token-service
     * says of them is still true when the last of them goes.
     */
    Query next(String after);

    /**
     * Those of these whose time is over.
     *
     * @param lock what ends the query
     */
    Query expired(List<String> clients, String lock);

    /** Why one is deleted. */
    String reason();
}
