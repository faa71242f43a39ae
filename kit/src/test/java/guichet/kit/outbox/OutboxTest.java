package guichet.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.audit.AuditEvent;
import guichet.kit.outbox.Notes.Note;
import guichet.kit.postgres.TestPostgres;
import guichet.kit.time.HandClock;
import guichet.oauth.Reason;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox on a real PostgreSQL; two objects on one table are two replicas. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {
    private static final TestPostgres POSTGRES = new TestPostgres();
    private static final int MANY = 100;

    /** A pool as the services have: to connect takes longer than what is asked here. */
    private static AgroalDataSource database;

    private static final Duration MOMENT = Duration.ofSeconds(10);

    private final HandClock clock = new HandClock();
    private final List<AuditEvent> told = new ArrayList<>();
    private final Notes notes = new Notes();
    private final Outbox outbox = replica();
    private final OutboxTable table = new OutboxTable(database);

    @BeforeAll
    static void startDatabase() throws SQLException {
        Map<String, String> settings = POSTGRES.start();
        database = pool(settings);
        execute(
                """
                create table outbox (
                    id uuid primary key, kind text not null, recipient text not null,
                    payload jsonb not null, asked_at timestamptz not null,
                    due_at timestamptz not null, attempts int not null)\
                """);
    }

    private static AgroalDataSource pool(Map<String, String> settings) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool ->
                                pool.maxSize(MANY)
                                        .connectionFactoryConfiguration(connections ->
                                                connections
                                                        .jdbcUrl(
                                                                settings.get(
                                                                        "guichet.database.url"))
                                                        .principal(
                                                                new NamePrincipal(
                                                                        settings.get(
                                                                                "guichet.database.username")))
                                                        .credential(
                                                                new SimplePassword(
                                                                        settings.get(
                                                                                "guichet.database.password"))))));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
        POSTGRES.stop();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate outbox");
    }

    @Test
    void a_message_is_delivered_once() {
        puts("alice", 1);

        deliverDue();
        deliverDue();

        assertThat(notes.taken()).containsExactly(new Note("alice", 1));
        assertThat(table.oldest()).isEmpty();
    }

    @Test
    void many_are_delivered_in_one_go_however_many_fit_at_once() {
        puts("alice", 3 * Outbox.AT_ONCE + 1);

        deliverDue();

        assertThat(notes.taken()).hasSize(3 * Outbox.AT_ONCE + 1);
    }

    @Test
    void recipients_are_served_side_by_side() {
        IntStream.range(0, Outbox.AT_ONCE).forEach(person -> puts("person " + person, 1));
        notes.waitsFor(Outbox.AT_ONCE);

        deliverDue();

        assertThat(notes.taken()).hasSize(Outbox.AT_ONCE);
    }

    @Test
    void a_recipient_of_thousands_holds_nobody_up() throws SQLException {
        puts("a client of many", 1);
        execute(
                """
                insert into outbox select gen_random_uuid(), kind, recipient, payload, asked_at,
                    due_at, attempts from outbox, generate_series(2, 5000)\
                """);
        clock.pass(Duration.ofSeconds(1));
        puts("alice", 1);
        puts("bob", 2);

        List<String> first = payloads(claims(4));

        assertThat(first).filteredOn(it -> it.contains("alice")).hasSize(1);
        assertThat(first).filteredOn(it -> it.contains("bob")).hasSizeBetween(1, 2);
        assertThat(first).filteredOn(it -> it.contains("many")).hasSizeBetween(1, 2);
    }

    @Test
    void messages_to_one_recipient_arrive_in_order() {
        puts("alice", 30);

        deliverDue();

        assertThat(notes.taken()).extracting(Note::number).isSorted().hasSize(30);
    }

    @Test
    void who_does_not_take_a_message_is_not_asked_to_take_the_next_at_once() {
        puts("alice", 30);
        notes.isWilling(false);

        deliverDue();

        assertThat(notes.asked()).isEqualTo(1);
    }

    @Test
    void what_is_told_first_to_a_recipient_is_tried_first() {
        puts("alice", 1);
        clock.pass(Duration.ofSeconds(1));
        outbox.put(Notes.KIND, "alice", new Note("alice", 2));

        List<String> first = payloads(claims(1));

        assertThat(first).singleElement().asString().contains("\"number\": 1");
    }

    @Test
    void the_rests_double_up_to_the_longest_and_none_is_like_another() {
        assertThat(rests(1)).allMatch(isBetween(4, 5));
        assertThat(rests(2)).allMatch(isBetween(8, 10));
        assertThat(rests(3)).allMatch(isBetween(16, 20));
        assertThat(Set.copyOf(rests(3))).hasSizeGreaterThan(50);
        assertThat(rests(40)).allMatch(isBetween(24 * 60, 30 * 60));
    }

    @Test
    void what_could_not_be_delivered_rests_and_is_tried_again() {
        puts("alice", 1);
        notes.isWilling(false);
        deliverDue();

        notes.isWilling(true);
        clock.pass(Duration.ofSeconds(3));
        deliverDue();
        var tooEarly = List.copyOf(notes.taken());
        clock.pass(Duration.ofSeconds(3));
        deliverDue();

        assertThat(tooEarly).isEmpty();
        assertThat(notes.taken()).hasSize(1);
    }

    @Test
    void what_a_replica_died_of_is_delivered_when_its_lease_ends() {
        puts("alice", 1);
        assertThat(claims(1)).as("by who dies then").hasSize(1);

        clock.pass(Outbox.LEASE.minusSeconds(1));
        deliverDue();
        var during = List.copyOf(notes.taken());
        clock.pass(Duration.ofSeconds(1));
        deliverDue();

        assertThat(during).isEmpty();
        assertThat(notes.taken()).hasSize(1);
    }

    @Test
    void who_comes_late_does_not_put_off_what_somebody_else_has_claimed_since() {
        puts("alice", 1);
        Waiting late = claims(1).getFirst();
        clock.pass(Outbox.LEASE);
        Waiting now = claims(1).getFirst();

        table.putOff(late, clock.instant());

        assertThat(now.attempts()).isEqualTo(2);
        assertThat(claims(1)).isEmpty();
    }

    @Test
    void replicas_that_race_deliver_each_message_once() {
        IntStream.range(0, 20).forEach(person -> puts("person " + person, 25));
        var replicas = List.of(outbox, replica(), replica());

        CompletableFuture.allOf(
                        replicas.stream().map(Outbox::deliverDue).toArray(CompletableFuture[]::new))
                .join();
        deliverDue();

        assertThat(notes.taken()).doesNotHaveDuplicates().hasSize(500);
    }

    @Test
    void what_is_older_than_patience_is_given_up_untried() {
        puts("alice", 1);
        notes.isWilling(false);
        deliverDue();

        notes.isWilling(true);
        clock.pass(Notes.PATIENCE.plusSeconds(1));
        deliverDue();

        assertThat(notes.taken()).isEmpty();
        assertThat(table.oldest()).isEmpty();
        assertThat(told).containsExactly(AuditEvent.MESSAGE_GIVEN_UP);
    }

    @Test
    void a_kind_that_nobody_here_delivers_waits_for_a_replica_that_does() {
        var news = Kind.within(Notes.PATIENCE, "news", Note.class);
        outbox.put(news, "alice", new Note("alice", 1));

        deliverDue();

        assertThat(table.oldest()).isPresent();
    }

    @Test
    void what_cannot_be_read_is_kept_until_patience_ends() throws SQLException {
        puts("alice", 1);
        execute("update outbox set payload = '{\"number\": {}}'");

        deliverDue();
        Optional<Instant> kept = table.oldest();
        clock.pass(Notes.PATIENCE.plusSeconds(1));
        deliverDue();

        assertThat(kept).isPresent();
        assertThat(table.oldest()).isEmpty();
    }

    @Test
    void some_can_be_delivered_before_their_turn() {
        puts("a client of many", 200);
        puts("alice", 1);

        outbox.deliverNow(Notes.KIND, Map.of("to", "alice"), MOMENT);

        assertThat(notes.taken()).containsExactly(new Note("alice", 1));
    }

    @Test
    void who_waits_for_a_delivery_waits_no_longer_than_a_moment() {
        puts("carol", 1);
        notes.waitsFor(2);

        outbox.deliverNow(Notes.KIND, Map.of("to", "carol"), Duration.ofMillis(10));

        assertThat(notes.taken()).isEmpty();
    }

    @Test
    void more_than_fit_at_once_are_waited_for() {
        int several = 2 * Outbox.NOW_AT_ONCE + 1;
        IntStream.range(0, several)
                .forEach(person -> outbox.put(Notes.KIND, "person " + person, new Note("all", 1)));

        outbox.deliverNow(Notes.KIND, Map.of("to", "all"), MOMENT);

        assertThat(notes.taken()).hasSize(several);
    }

    @Test
    void who_finds_many_waiting_already_has_theirs_delivered_when_they_are_due() throws Exception {
        waitInVain();
        puts("one more", 1);

        outbox.deliverNow(Notes.KIND, Map.of("to", "one more"), MOMENT);

        assertThat(payloads(claims(10))).singleElement().asString().contains("one more");
    }

    @Test
    @Timeout(10)
    void who_waited_in_vain_leaves_the_place_to_others() throws Exception {
        waitInVain();
        notes.goOn();
        puts("alice", 1);

        do {
            outbox.deliverNow(Notes.KIND, Map.of("to", "alice"), MOMENT);
        } while (!notes.taken().contains(new Note("alice", 1)));
    }

    /** As many as may wait, until their attempts are under way, which go on. */
    private void waitInVain() throws InterruptedException {
        notes.holdsUp();
        for (int person = 0; person < Outbox.WAIT_AT_ONCE; person++) {
            puts("person " + person, 1);
            outbox.deliverNow(Notes.KIND, Map.of("to", "person " + person), Duration.ofMillis(10));
            notes.awaitAttempt();
        }
    }

    @Test
    void beyond_so_many_for_one_recipient_the_oldest_are_given_up_when_an_attempt_fails() {
        puts("bob", Notes.MOST_WAITING + 1);
        puts("alice", Notes.MOST_WAITING + 2);
        notes.refuses("alice");

        deliverDue();
        notes.isWilling(true);
        clock.pass(Waiting.FIRST_REST);
        deliverDue();

        assertThat(notes.taken())
                .filteredOn(it -> it.to().equals("bob"))
                .hasSize(Notes.MOST_WAITING + 1);
        assertThat(notes.taken())
                .filteredOn(it -> it.to().equals("alice"))
                .hasSize(Notes.MOST_WAITING)
                .extracting(Note::number)
                .contains(3, Notes.MOST_WAITING + 2);
        assertThat(told).containsExactly(AuditEvent.MESSAGE_GIVEN_UP, AuditEvent.MESSAGE_GIVEN_UP);
    }

    @Test
    void what_finds_no_place_rests_for_a_moment_and_puts_nothing_else_off() {
        puts("alice", 2);
        notes.refuses(Reason.SERVICE_BUSY.refuse("too many"));
        deliverDue();

        notes.isWilling(true);
        clock.pass(Waiting.FIRST_REST);
        deliverDue();

        assertThat(notes.taken()).hasSize(2);
    }

    @Test
    void nothing_is_too_much_for_a_recipient_whom_we_had_no_place_to_call() {
        IntStream.rangeClosed(1, Notes.MOST_WAITING + 5)
                .forEach(number ->
                        outbox.put(Notes.KIND, "shop", new Note("shop", number, "mallory")));
        notes.refuses(Reason.SERVICE_BUSY.refuse("too many"));
        deliverDue();

        notes.isWilling(true);
        clock.pass(Waiting.FIRST_REST);
        deliverDue();

        assertThat(notes.taken()).hasSize(Notes.MOST_WAITING + 5);
    }

    @Test
    void who_caused_most_loses_first_what_is_too_much_for_a_recipient() {
        outbox.put(Notes.KIND, "shop", new Note("shop", 1, "alice"));
        IntStream.rangeClosed(1, Notes.MOST_WAITING + 5)
                .forEach(number -> {
                    clock.pass(Duration.ofMillis(1));
                    outbox.put(Notes.KIND, "shop", new Note("shop", number, "mallory"));
                });
        notes.isWilling(false);
        deliverDue();

        notes.isWilling(true);
        clock.pass(Waiting.FIRST_REST);
        deliverDue();

        assertThat(notes.taken())
                .hasSize(Notes.MOST_WAITING)
                .contains(new Note("shop", 1, "alice"));
    }

    @Test
    void for_who_failed_twice_a_new_message_rests_with_the_others() {
        puts("alice", 1);
        notes.isWilling(false);
        deliverDue();
        clock.pass(Waiting.FIRST_REST);
        deliverDue();

        puts("alice", 1);
        deliverDue();

        assertThat(notes.asked()).isEqualTo(2);
    }

    @Test
    void what_is_for_one_recipient_rests_no_longer_than_a_minute_though_another_failed_often()
            throws SQLException {
        puts("alice", 1);
        execute("update outbox set attempts = 12");
        puts("alice", 1);
        notes.isWilling(false);
        deliverDue();
        notes.isWilling(true);

        clock.pass(Waiting.LONGEST_OF_OTHERS);
        deliverDue();

        assertThat(notes.taken()).isNotEmpty();
    }

    @Test
    void what_was_never_tried_goes_before_what_was() throws SQLException {
        IntStream.range(0, 3).forEach(person -> puts("person " + person, 1));
        execute("update outbox set attempts = 1");
        clock.pass(Duration.ofSeconds(1));
        puts("alice", 1);

        assertThat(payloads(claims(1))).singleElement().asString().contains("alice");
    }

    @Test
    void an_outage_that_is_told_as_a_refusal_puts_off_the_others_for_the_same() {
        puts("alice", 30);
        notes.refuses(Reason.SERVICE_AWAY.refuse("away"));

        deliverDue();

        assertThat(notes.asked()).isEqualTo(1);
    }

    @Test
    void the_age_of_the_oldest_message_is_measured() {
        var meters = new SimpleMeterRegistry();
        var age = new OutboxAge(database, clock, meters);
        age.look();
        double before = meters.get("guichet.outbox.oldest").gauge().value();

        puts("alice", 1);
        clock.pass(Duration.ofSeconds(90));
        puts("bob", 1);
        age.look();

        assertThat(before).isZero();
        assertThat(meters.get("guichet.outbox.oldest").gauge().value()).isCloseTo(90, within(0.01));
    }

    private Outbox replica() {
        return new Outbox(
                database, List.of(notes), new ObjectMapper(), clock, (event, _) -> told.add(event));
    }

    private void puts(String to, int notes) {
        IntStream.rangeClosed(1, notes)
                .forEach(number -> {
                    outbox.put(Notes.KIND, to, new Note(to, number));
                    clock.pass(Duration.ofNanos(1_000));
                });
    }

    private void deliverDue() {
        outbox.deliverDue().join();
    }

    private List<Waiting> claims(int most) {
        Instant now = clock.instant();
        return table.claim(Notes.KIND.name(), "{}", now, now.plus(Outbox.LEASE), most);
    }

    private static List<String> payloads(List<Waiting> messages) {
        return messages.stream().map(Waiting::payload).toList();
    }

    private List<Duration> rests(int attempts) {
        var message =
                new Waiting(
                        UUID.randomUUID(),
                        "note",
                        "alice",
                        "{}",
                        clock.instant(),
                        attempts,
                        attempts);
        return IntStream.range(0, 100)
                .mapToObj(_ -> message.rest(Notes.KIND.longestRest()))
                .toList();
    }

    private static Predicate<Duration> isBetween(int least, int most) {
        return rest ->
                rest.compareTo(Duration.ofSeconds(least)) >= 0
                        && rest.compareTo(Duration.ofSeconds(most)) <= 0;
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var it = connection.createStatement()) {
            it.execute(statement);
        }
    }
}
