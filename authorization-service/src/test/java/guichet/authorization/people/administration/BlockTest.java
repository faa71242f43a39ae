package guichet.authorization.people.administration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Authentication;
import guichet.authorization.protocol.grant.Authentications;
import guichet.authorization.protocol.grant.Grant;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.Permission;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.resource.issuer.TestToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The emergency brake: whatever a person has prepared, an administrator stops them. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(IssuerKeys.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlockTest {
    private final String client = RegistryNeighbour.client();

    private Newcomer newcomer;
    private Person person;

    @Inject People people;
    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject Sessions sessions;
    @Inject EntityManager database;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.signsUp();
        person = people.findByUsername(newcomer.username()).orElseThrow();
    }

    /** With the time that a transaction has. */
    @Test
    void who_has_forty_thousand_grants_is_blocked_as_anybody_is() {
        grantsFortyThousand();

        var answer = blocks();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(blockedAt()).isNotNull();
        assertThat(standing()).isZero();
        assertThat(newcomer.triesToSignIn(new Visit(), Newcomer.PASSWORD).statusCode())
                .isEqualTo(403);
    }

    @Test
    void token_service_is_told_at_once_by_one_message() {
        grantsFortyThousand();

        blocks();

        assertThat(TokenNeighbour.toldOf(person.id()))
                .singleElement()
                .asString()
                .contains("\"reason\":\"person blocked\"")
                .doesNotContain("client_id");
    }

    @Test
    void the_block_stands_while_token_service_is_away() {
        try (var _ = TokenNeighbour.away()) {
            assertThat(blocks().statusCode()).isEqualTo(200);
        }

        assertThat(blockedAt()).isNotNull();
    }

    @Test
    void a_code_that_was_under_way_gives_nothing() {
        String code = Visit.parameter(authorizes(), "code");

        blocks();

        assertThat(redeems(code).jsonPath().getString("outcome")).isEqualTo("refused");
    }

    @Test
    void what_ended_stays_so_when_the_person_may_sign_in_again() {
        authorizes();
        UUID before = newest();
        blocks();

        administrator().delete(block()).then().statusCode(200);

        assertThat(grants.findStanding(before)).isEmpty();
        assertThat(Newcomer.isSignedIn(newcomer.visit())).isFalse();
        assertThat(passwordGrant()).isPresent();
        assertThat(grants.findStanding(newest())).isPresent();
    }

    @Test
    void a_password_that_was_being_checked_makes_no_grant_afterwards() {
        blocks();

        assertThat(passwordGrant()).isEmpty();
    }

    @Test
    void a_password_that_was_changed_while_it_was_being_checked_makes_no_grant() {
        accounts.changePassword(
                person.id(), accounts.hash("another that is long enough"), "in a test");

        assertThat(passwordGrant()).isEmpty();
    }

    @Test
    void a_grant_that_is_made_in_the_very_moment_waits_for_the_block_and_is_refused() {
        var racing = whileUncommitted(() -> accounts.block(person.id(), true), this::passwordGrant);

        assertThat(racing.join()).isEmpty();
    }

    @Test
    void a_grant_of_a_session_that_ends_in_the_very_moment_is_refused() {
        UUID session = sessions.listOf(person.id()).getFirst().sid();

        var racing =
                whileUncommitted(
                        () -> sessions.end(session, "signed out"), () -> sessionGrant(session));

        assertThatThrownBy(racing::join).hasCauseInstanceOf(OAuthException.class);
    }

    /** Starts one while the other has been done and not committed. */
    private <T> CompletableFuture<T> whileUncommitted(Runnable first, Supplier<T> second) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    first.run();
                    var racing = CompletableFuture.supplyAsync(second);
                    while (!racing.isDone() && waitingForLocks() == 0) {
                        Thread.onSpinWait();
                    }
                    return racing;
                });
    }

    /** PostgreSQL shows a transaction what it looked at first, unless it is told to forget that. */
    private long waitingForLocks() {
        database.createNativeQuery("select cast(pg_stat_clear_snapshot() as text)").getResultList();
        return (Long)
                database.createNativeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'",
                                Long.class)
                        .getSingleResult();
    }

    private Optional<Grant> passwordGrant() {
        return grants.addByPassword(permission(Authentications.byPassword(Instant.now())), person);
    }

    private Optional<Grant> sessionGrant(UUID session) {
        return grants.addInSession(
                permission(Authentications.byPassword(Instant.now(), session)), () -> true);
    }

    private Permission permission(Authentication authentication) {
        return new Permission(
                person.id(),
                person.id().toString(),
                client,
                Extent.of(Scope.of("movies:read")),
                List.of(),
                ClaimsRequest.NONE,
                authentication);
    }

    private Response authorizes() {
        var consent = newcomer.visit().follows(newcomer.visit().asks(Visit.request(client)));
        return newcomer.visit().submits(consent, Map.of("decision", "allow"));
    }

    private Response redeems(String code) {
        return Visit.redeems(client, code);
    }

    private Response blocks() {
        return administrator().put(block());
    }

    private String block() {
        return "/admin/people/" + newcomer.username() + "/block";
    }

    private static RequestSpecification administrator() {
        var token =
                TestToken.forApi("http://localhost:8080/admin")
                        .with("iss", "http://localhost:8080")
                        .scope("people:admin")
                        .ofApplication();
        return given().auth().oauth2(token.signed());
    }

    private void grantsFortyThousand() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into authorization_grant (id, person_id, client_id, scope, subject, auth_time, created_at)
                                        select gen_random_uuid(), :person, 'client ' || number % 7, 'movies:read', 'pairwise', now(), now()
                                        from generate_series(1, 40000) number\
                                        """)
                                .setParameter("person", person.id())
                                .executeUpdate());
    }

    private Object blockedAt() {
        return of("select blocked_at from person where id = :person", Instant.class);
    }

    private UUID newest() {
        return (UUID)
                of(
                        "select id from authorization_grant where person_id = :person"
                                + " order by created_at desc limit 1",
                        UUID.class);
    }

    private long standing() {
        return (Long)
                of(
                        "select count(*) from authorization_grant where person_id = :person"
                                + " and id not in (select id from ended_grant)",
                        Long.class);
    }

    private Object of(String question, Class<?> type) {
        return database.createNativeQuery(question, type)
                .setParameter("person", person.id())
                .getSingleResult();
    }
}
