package guichet.authorization.protocol.consent;

import guichet.kit.database.ExpiredRows;
import guichet.registryclient.RegisteredClients;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets what people approved for clients that were deleted: the registry is asked once a day. */
@ApplicationScoped
class ConsentsOfGoneClients {
    private static final Logger LOG = Logger.getLogger(ConsentsOfGoneClients.class);
    private static final int AT_ONCE = 500;

    private static final String CLIENTS =
            """
            select client_id from (
                (select distinct client_id from consent where client_id > :after order by client_id limit :most)
                union
                (select distinct client_id from consent_claim where client_id > :after order by client_id limit :most)
            ) as approved order by client_id limit :most
            """;

    private final EntityManager database;
    private final ExpiredRows rows;
    private final RegisteredClients registered;

    ConsentsOfGoneClients(EntityManager database, DataSource tables, RegisteredClients registered) {
        this.database = database;
        this.rows = new ExpiredRows(tables);
        this.registered = registered;
    }

    @Scheduled(every = "24h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        try {
            List<String> some = clients("");
            while (!some.isEmpty()) {
                forgetGone(some);
                some = clients(some.getLast());
            }
        } catch (RuntimeException away) {
            LOG.warnf("approvals of deleted clients stay for another day: %s", away);
        }
    }

    private void forgetGone(List<String> clientIds) {
        Set<String> present = registered.among(clientIds);
        clientIds.stream()
                .filter(client -> !present.contains(client))
                .forEach(gone -> {
                    rows.delete("consent", "client_id = ?", gone);
                    rows.delete("consent_claim", "client_id = ?", gone);
                });
    }

    private List<String> clients(String after) {
        Query question =
                database.createNativeQuery(CLIENTS, String.class)
                        .setParameter("after", after)
                        .setParameter("most", AT_ONCE);
        List<?> found = QuarkusTransaction.requiringNew().call(question::getResultList);
        return found.stream().map(String::valueOf).toList();
    }
}
