package guichet.authorization.people.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.audit.Audit;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailTest {
    private static final String RESET = "Choose a new password";
    private static final EmailAddress ALICE = new EmailAddress("alice@guichet.example");

    @Inject Mails mails;
    @Inject MailedLinks links;
    @Inject MailedLinkRows rows;
    @Inject LetterComposer composer;
    @Inject Mailer mailer;
    @Inject MailCount count;
    @Inject Outbox outbox;
    @Inject People people;
    @Inject ClientNetwork network;
    @Inject PreferredLanguage language;
    @Inject DataSource dataSource;
    @Inject ObjectMapper json;
    @Inject Inbox inbox;
    @Inject EntityManager database;
    @Inject TestClock clock;
    @Inject Audit audit;

    @TempDir Path folder;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void a_letter_waits_until_it_can_be_sent() throws IOException {
        clock.pass(Duration.ofHours(2));
        inbox.of(ALICE.value());
        mails.sendReset(ALICE);

        sendInto(Path.of("/dev/null/nowhere"));
        sendInto(folder);
        int atOnce = letters().size();
        clock.pass(Duration.ofSeconds(31));
        sendInto(folder);
        clock.pass(Duration.ofHours(1));
        sendInto(folder);

        assertThat(atOnce).isZero();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void a_letter_that_cannot_be_sent_within_a_day_is_given_up() throws IOException {
        clock.pass(Duration.ofHours(4));
        inbox.of(ALICE.value());
        mails.sendReset(ALICE);
        sendInto(Path.of("/dev/null/nowhere"));

        clock.pass(Duration.ofHours(25));
        sendInto(folder);

        assertThat(letters()).isEmpty();
    }

    @Test
    void in_a_folder_letters_are_for_their_owner_only() throws IOException {
        clock.pass(Duration.ofHours(6));
        inbox.of(ALICE.value());
        mails.sendReset(ALICE);

        sendInto(folder);

        Path letter = letters().getFirst();
        assertThat(letter.getFileName().toString()).contains("choose-a-new-password");
        assertThat(Files.readString(letter))
                .startsWith(
                        "To: alice@guichet.example\nSubject: Choose a new password\n\nHello Alice")
                .contains("http://localhost:8080/password-reset/new?link=gml_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letter)))
                .isEqualTo("rw-------");
    }

    @Test
    void only_the_hash_of_a_link_is_kept() {
        clock.pass(Duration.ofHours(8));
        mails.sendReset(ALICE);
        String token = inbox.link(ALICE.value()).replaceAll(".*link=", "");

        assertThat(rows.listAll())
                .extracting(it -> it.sha256)
                .contains(OpaqueToken.of(token).sha256())
                .doesNotContain(token);
    }

    @Test
    void nobody_is_sent_more_than_five_letters_of_a_kind_in_an_hour() {
        var person = proved();

        IntStream.range(0, 7).forEach(_ -> mails.sendReset(address(person)));
        long within = sent(person, RESET);
        mails.tellPasswordChanged(people.findByUsername(person.username()).orElseThrow());
        long ofAnotherKind = sent(person, "Your password was changed");
        clock.pass(Duration.ofMinutes(61));
        mails.sendReset(new EmailAddress(person.email().toUpperCase(Locale.ROOT)));

        assertThat(within).isEqualTo(5);
        assertThat(ofAnotherKind).isEqualTo(1);
        assertThat(sent(person, RESET)).isEqualTo(6);
    }

    /** Otherwise an account would be a way to write to one stranger after the other. */
    @Test
    void one_account_has_five_addresses_asked_for_proof_in_an_hour_at_most() {
        var person = people.findByUsername(proved().username()).orElseThrow();
        var addresses =
                Stream.generate(() -> new EmailAddress(UUID.randomUUID() + "@people.example"))
                        .limit(7)
                        .toList();

        addresses.forEach(it -> mails.askForProof(person, it));

        assertThat(addresses).filteredOn(it -> !inbox.of(it.value()).isEmpty()).hasSize(4);
    }

    @Test
    void when_everybody_together_was_sent_enough_of_a_kind_the_next_one_waits() {
        clock.pass(Duration.ofHours(10));
        var person = proved();
        sentToEverybody(1000);
        var visit = new Visit();

        var page = visit.submits(visit.opens("/password-reset"), Map.of("email", person.email()));
        long atOnce = sent(person, RESET);
        var newcomer = Newcomer.signsUp();
        clock.pass(Duration.ofMinutes(61));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(atOnce).isZero();
        assertThat(sent(newcomer, "Confirm your e-mail address")).isEqualTo(1);
        assertThat(sent(person, RESET)).isEqualTo(1);
    }

    /** It could be used up otherwise by whoever makes addresses up. */
    @Test
    void a_letter_to_nobody_counts_for_nobody() {
        clock.pass(Duration.ofHours(12));
        sentToEverybody(999);
        IntStream.range(0, 5)
                .forEach(_ ->
                        mails.sendReset(new EmailAddress(UUID.randomUUID() + "@people.example")));
        var person = proved();

        mails.sendReset(address(person));

        assertThat(sent(person, RESET)).isEqualTo(1);
        sentToEverybody(0);
    }

    @Test
    void a_letter_that_nobody_took_does_not_count() throws IOException {
        clock.pass(Duration.ofHours(14));
        var letter = new LetterToSend(Letter.RESET_PASSWORD, null, ALICE.value(), null, null);

        for (int attempt = 0; attempt < 6; attempt++) {
            assertThatThrownBy(() -> delivery(Path.of("/dev/null/nowhere")).deliver(letter))
                    .hasMessageContaining("folder");
        }
        delivery(folder).deliver(letter);

        assertThat(letters()).hasSize(1);
    }

    /** Whatever a stranger calls themselves, our mail does not say it to others. */
    @Test
    void a_letter_to_an_address_that_nobody_has_proved_has_no_words_of_who_caused_it() {
        var newcomer = Newcomer.signsUp();

        assertThat(inbox.latest(newcomer.email()).getText())
                .contains(newcomer.username())
                .doesNotContain("New Comer");
    }

    private Newcomer proved() {
        return Newcomer.whoProvedTheAddress(inbox);
    }

    private static EmailAddress address(Newcomer person) {
        return new EmailAddress(person.email());
    }

    private long sent(Newcomer person, String subject) {
        return inbox.of(person.email()).stream()
                .filter(it -> it.getSubject().equals(subject))
                .count();
    }

    private void sentToEverybody(int letters) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into mail_count (address_sha256, since, letters)
                                        values (:key, :now, :letters)
                                        on conflict (address_sha256) do update
                                        set since = excluded.since, letters = excluded.letters\
                                        """)
                                .setParameter(
                                        "key",
                                        OpaqueToken.of("RESET_PASSWORD to everybody").sha256())
                                .setParameter("now", clock.instant())
                                .setParameter("letters", letters)
                                .executeUpdate());
    }

    private void sendInto(Path where) {
        List<OutboxHandler<?>> letters =
                List.of(new Mails(delivery(where), letters(where), outbox, network, language));
        new Outbox(dataSource, letters, json, clock, audit).deliverDue().join();
    }

    private Delivery delivery(Path where) {
        return new Delivery(composer, count, letters(where));
    }

    private LetterDelivery letters(Path where) {
        return new LetterDelivery(
                new Setting(Optional.of(where), 1000), mailer, clock, new SimpleMeterRegistry());
    }

    private List<Path> letters() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private record Setting(Optional<Path> folder, int anHour) implements MailConfig {
        @Override
        public Optional<String> from() {
            return Optional.empty();
        }

        @Override
        public int anHourFromOneClient() {
            return anHour;
        }
    }
}
