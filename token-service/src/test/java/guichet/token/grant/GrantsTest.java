package guichet.token.grant;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsTest {
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final Grants grants;
    private final GrantRows rows;
    private final ExpiredGrants expired;
    private final TestClock clock;
    private final EntityManager database;

    GrantsTest(
            Grants grants,
            GrantRows rows,
            ExpiredGrants expired,
            TestClock clock,
            EntityManager database) {
        this.grants = grants;
        this.rows = rows;
        this.expired = expired;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_revoked_grant_stays_so_though_the_lifetime_was_shortened_since() {
        var longLived = aGrant();
        keepUntil(longLived, clock.instant().plus(LIFETIME.multipliedBy(2)));
        grants.revoke(longLived.id(), "test");

        clock.pass(LIFETIME.plusDays(1));
        expired.forget();

        assertThat(grants.findAlive(longLived.id())).isEmpty();
    }

    @Test
    void a_revocation_is_forgotten_when_its_grant_is_long_gone() {
        var grant = aGrant();
        grants.keep(grant);
        grants.revoke(grant.id(), "test");

        clock.pass(LIFETIME.plusDays(1));
        expired.forget();

        assertThat(revocations(grant)).isZero();
        assertThat(rows.findByIdOptional(grant.id())).isEmpty();
    }

    @Test
    void an_ended_grant_stays_no_longer_than_its_last_access_token() {
        var grant = aGrant();
        grants.keep(grant);
        grants.revoke(grant.id(), "test");

        clock.pass(Duration.ofHours(3));
        expired.forget();

        assertThat(rows.findByIdOptional(grant.id())).isEmpty();
    }

    @Test
    void nor_does_one_that_ended_with_others() {
        var grant = TestGrants.of(UUID.randomUUID().toString(), clock.instant(), "movies:read");
        grants.keep(grant);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into grant_end (person_id, client_id, until, expires_at)
                                        values (cast(:person as uuid), :client, :now, :later)
                                        """)
                                .setParameter("person", grant.subject())
                                .setParameter("client", grant.clientId())
                                .setParameter("now", clock.instant())
                                .setParameter("later", clock.instant().plus(LIFETIME))
                                .executeUpdate());
        expired.shortenEnded();

        clock.pass(Duration.ofHours(3));
        expired.forget();

        assertThat(rows.findByIdOptional(grant.id())).isEmpty();
    }

    @Test
    void revoking_twice_is_revoking_once() {
        var grant = aGrant();

        grants.revoke(grant.id(), "first");
        grants.revoke(grant.id(), "second");

        assertThat(revocations(grant)).isEqualTo(1);
    }

    private static Grant aGrant() {
        return new Grant(
                UUID.randomUUID(),
                "client",
                Neighbours.PERSON,
                Scope.of("movies:read"),
                List.of(),
                Instant.EPOCH,
                List.of("pwd"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void keepUntil(Grant grant, Instant expiry) {
        var stored = new StoredGrant(grant, clock.instant(), expiry);
        QuarkusTransaction.requiringNew().run(() -> rows.persist(stored));
    }

    private long revocations(Grant grant) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from grant_revocation where grant_id = :id",
                                Long.class)
                        .setParameter("id", grant.id())
                        .getSingleResult();
    }
}
