package guichet.authorization.protocol.waiting;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much strangers can have kept until somebody signs in. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(WaitingRoomTest.SmallRoom.class)
class WaitingRoomTest {
    private static final int ROOM = 64 * 1024;
    private static final String STRANGER = "198.51.100.1";
    private static final String SOMEBODY = "198.51.100.2";

    private final String client = RegistryNeighbour.client();

    @Inject WaitingRoom room;
    @Inject EntityManager database;

    @BeforeEach
    @AfterEach
    void empty() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.createNativeQuery("delete from pending_request").executeUpdate();
                    database.createNativeQuery("delete from pending_logout").executeUpdate();
                });
        room.measure();
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void a_network_has_a_share_of_the_room_and_is_then_told_so() {
        int kept = askUntilRefused(STRANGER);
        Response refused = asks(STRANGER);

        assertThat(kept).isBetween(1, 5);
        assertThat(parameter(refused, "error")).isEqualTo("temporarily_unavailable");
        assertThat(parameter(refused, "error_uri")).endsWith("/errors/no-room-to-wait");
        assertThat(parameter(refused, "error_description")).contains("from this network");
    }

    @Test
    void other_networks_go_on_meanwhile() {
        askUntilRefused(STRANGER);

        assertThat(isKept(asks(SOMEBODY))).isTrue();
    }

    /** Anybody's page could otherwise fill the share of the network of its visitors. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Mode, no-cors",
        "Sec-Fetch-Mode, cors",
        "Sec-Fetch-Dest, iframe",
        "Sec-Fetch-Dest, frame",
        "Sec-Fetch-Dest, embed",
        "Sec-Fetch-Dest, object"
    })
    void what_no_page_can_come_of_is_not_kept(String header, String value) {
        Response refused =
                from(STRANGER).header(header, value).queryParams(request(client)).get("/auth");

        assertThat(parameter(refused, "error")).isEqualTo("invalid_request");
        assertThat(parameter(refused, "error_uri")).endsWith("/errors/no-page-to-show");
        assertThat(rows()).isZero();
    }

    /** Where a redirect leads the browser would keep, and show to who goes on there. */
    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender"})
    void what_a_browser_fetches_ahead_is_refused_where_it_is(String purpose) {
        Response refused =
                from(STRANGER)
                        .header("Sec-Purpose", purpose)
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .queryParams(request(client))
                        .get("/auth");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.header("Location")).isNull();
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cors", "cors"})
    void nor_does_a_script_ask_anybody_to_sign_out(String mode) {
        Response refused =
                from(STRANGER)
                        .header("Sec-Fetch-Mode", mode)
                        .formParam("state", "s")
                        .post("/logout");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("no-page-to-show");
    }

    @Test
    void a_request_posted_by_another_site_counts_as_well() {
        askUntilRefused(STRANGER);

        Response refused = from(STRANGER).formParams(request(client)).post("/auth");

        assertThat(parameter(refused, "error_uri")).endsWith("/errors/no-room-to-wait");
    }

    @Test
    void a_logout_that_waits_counts_as_well_and_is_refused_with_a_page() {
        Response last = logsOut();
        for (int i = 0; i < 20 && isKept(last); i++) {
            last = logsOut();
        }

        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(last.contentType()).startsWith("text/html");
        assertThat(last.asString()).contains("no-room-to-wait");
        assertThat(isKept(asks(STRANGER))).isFalse();
    }

    @Test
    void many_networks_together_leave_room_for_who_takes_little() {
        IntStream.range(0, 20).forEach(it -> askUntilRefused("203.0.113." + it));

        assertThat(isKept(asks(SOMEBODY))).isTrue();
        assertThat(taken()).isLessThan(ROOM);
    }

    @Test
    void what_is_forgotten_gives_its_room_back() {
        askUntilRefused(STRANGER);

        empty();

        assertThat(isKept(asks(STRANGER))).isTrue();
    }

    @Test
    void when_the_room_is_taken_nobody_is_let_in() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into pending_request (sha256, request, expires_at)
                                        values ('large', repeat('x', :room), now() + interval '1 hour')
                                        """)
                                .setParameter("room", ROOM)
                                .executeUpdate());
        room.measure();

        Response refused = asks(SOMEBODY);

        assertThat(parameter(refused, "error_uri")).endsWith("/errors/no-room-to-wait");
        assertThat(parameter(refused, "error_description")).contains("more requests wait");
    }

    private int askUntilRefused(String address) {
        int kept = 0;
        while (kept < 100 && isKept(asks(address))) {
            kept++;
        }
        return kept;
    }

    private Response asks(String address) {
        return measured(from(address).queryParams(request(client)).get("/auth"));
    }

    private Response logsOut() {
        String state = "x".repeat(1000);
        return measured(from(STRANGER).formParam("state", state).post("/logout"));
    }

    /** As the room is once a second. */
    private Response measured(Response answer) {
        room.measure();
        return answer;
    }

    private static boolean isKept(Response answer) {
        return answer.statusCode() == 303 && Visit.path(answer).contains("=g");
    }

    private static RequestSpecification from(String address) {
        return given().redirects().follow(false).header("X-Forwarded-For", address);
    }

    private long rows() {
        return (Long)
                database.createNativeQuery("select count(*) from pending_request", Long.class)
                        .getSingleResult();
    }

    private int taken() {
        return ((Number)
                        database.createNativeQuery("select sum(bytes) from pending_request")
                                .getSingleResult())
                .intValue();
    }

    /** A room that is soon full, behind a gateway that tells networks apart. */
    public static class SmallRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("guichet.gateway.address", "127.0.0.1", "guichet.waiting.room", "64K");
        }
    }
}
