package guichet.registry.client;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Taking scopes from many applications at once, beside others who change some of them. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopeUsersTest {
    private final ScopeUsers users;
    private final EntityManager database;
    private final DataSource rows;

    ScopeUsersTest(ScopeUsers users, EntityManager database, DataSource rows) {
        this.users = users;
        this.database = database;
        this.rows = rows;
    }

    @Test
    void they_are_locked_in_the_one_order_of_all_so_that_nobody_waits_for_each_other()
            throws Exception {
        Locks.assertByName(
                database,
                rows,
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> users.take(List.of("balcony:read"), "")));
    }
}
