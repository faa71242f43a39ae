package guichet.registry.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.migration.EarlierVersion;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Deletions that an earlier version had not told yet, when messages had no outbox of their own. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierDeletionsTest {
    private final Flyway flyway;
    private final Outbox outbox;
    private final String client = UUID.randomUUID().toString();
    private final String another = UUID.randomUUID().toString();

    EarlierDeletionsTest(Flyway flyway, Outbox outbox) {
        this.flyway = flyway;
        this.outbox = outbox;
    }

    @Test
    void what_waited_when_the_outbox_came_is_told_after_it() {
        TokenServiceStandIn.answers(204);
        try (var earlier = new EarlierVersion(flyway, "14")) {
            earlier.run(
                    "insert into earlier.deletion_to_tell (client_id, deleted_at)"
                            + " values ('%s', now()), ('%s', now())".formatted(client, another));

            earlier.upgrade();
            earlier.handOver("outbox");
        }
        outbox.deliverDue().join();
        outbox.deliverDue().join();

        assertThat(TokenServiceStandIn.timesTold(client)).isEqualTo(1);
        assertThat(TokenServiceStandIn.timesTold(another)).isEqualTo(1);
    }
}
