package guichet.token.grant;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.database.Restoration;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A database that was set back to an earlier moment. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoredGrantsTest {
    private final String client = Neighbours.client();
    private final Restoration restoration;
    private final NewEnds ends;
    private final Grants grants;

    RestoredGrantsTest(Restoration restoration, DataSource database, Grants grants) {
        this.restoration = restoration;
        this.ends = new NewEnds(database);
        this.grants = grants;
    }

    @Test
    void its_grants_end_and_later_ones_do_not() {
        String before = TokenCall.refreshToken(client);

        restore();

        String after = TokenCall.refreshToken(client);
        TokenCall.refresh(client, before).statusCode(400);
        TokenCall.refresh(client, after).statusCode(200);
    }

    @Test
    void the_places_of_grants_that_are_lost_say_that_they_have_ended() {
        StatusIndex next = ends.read().nextPlace();

        restore();

        assertThat(grants.endedIn(next.list()).nextClearBit(next.position()))
                .isEqualTo(StatusIndex.LIST_SIZE);
        assertThat(grants.endedIn(next.list() + 1).cardinality()).isEqualTo(StatusIndex.LIST_SIZE);
    }

    @Test
    void nobody_gets_such_a_place_again() {
        StatusIndex lost = ends.read().nextPlace();

        restore();

        StatusIndex next = ends.read().nextPlace();
        assertThat(next.list()).isGreaterThanOrEqualTo(lost.list() + 1_000);
        assertThat(grants.endedIn(next.list()).isEmpty()).isTrue();
    }

    /** Of the same backup, in which the first one is not known. */
    @Test
    void nor_after_a_second_restoration() {
        Instant first = Instant.parse("2036-01-01T00:00:00Z");
        restoration.end(first);
        StatusIndex afterTheFirst = ends.read().nextPlace();

        restoration.end(first.plus(Duration.ofMinutes(1)));

        assertThat(ends.read().nextPlace().list()).isGreaterThan(afterTheFirst.list() + 5);
    }

    @Test
    void a_restoration_ends_what_there_is_once() {
        Instant restoredAt = Instant.now();
        restoration.end(restoredAt);
        String after = TokenCall.refreshToken(client);

        restoration.end(restoredAt);

        TokenCall.refresh(client, after).statusCode(200);
    }

    private void restore() {
        restoration.end(Instant.now());
    }
}
