package guichet.authorization.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.authorization.flow.Visit;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.outbox.WaitingMessages;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.time.TestClock;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
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
    private static final EmailAddress ALICE = new EmailAddress("alice@guichet.example");

    @Inject Mails mails;
    @Inject MailedLinks links;
    @Inject Writer writer;
    @Inject Mailer mailer;
    @Inject MailCount count;
    @Inject Outbox outbox;
    @Inject WaitingMessages messages;
    @Inject DataSource dataSource;
    @Inject ObjectMapper json;
    @Inject Inbox inbox;
    @Inject EntityManager database;
    @Inject TestClock clock;

    @TempDir Path folder;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void a_letter_waits_until_it_can_be_sent() throws IOException {
        clock.pass(Duration.ofHours(2));
        inbox.of(ALICE.value());
        mails.write(Letter.RESET_PASSWORD, ALICE);

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
        mails.write(Letter.RESET_PASSWORD, ALICE);
        sendInto(Path.of("/dev/null/nowhere"));

        clock.pass(Duration.ofHours(25));
        sendInto(folder);

        assertThat(letters()).isEmpty();
    }

    @Test
    void in_a_folder_letters_are_for_their_owner_only() throws IOException {
        clock.pass(Duration.ofHours(6));
        inbox.of(ALICE.value());
        mails.write(Letter.RESET_PASSWORD, ALICE);

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
        mails.write(Letter.RESET_PASSWORD, ALICE);
        String token = inbox.link(ALICE.value()).replaceAll(".*link=", "");

        assertThat(links.listAll())
                .extracting(it -> it.sha256)
                .contains(OpaqueToken.of(token).sha256())
                .doesNotContain(token);
    }

    @Test
    void nobody_is_sent_more_than_five_letters_an_hour_that_strangers_cause() {
        var address = new EmailAddress(UUID.randomUUID() + "@people.example");

        for (int letter = 0; letter < 7; letter++) {
            mails.write(Letter.RESET_PASSWORD, address);
        }
        long within = messages.saying("address", address.value());
        clock.pass(Duration.ofMinutes(61));
        mails.write(
                Letter.RESET_PASSWORD, new EmailAddress(address.value().toUpperCase(Locale.ROOT)));

        assertThat(within).isEqualTo(5);
        assertThat(messages.saying("address", address.value().toUpperCase(Locale.ROOT)))
                .isEqualTo(1);
    }

    @Test
    void everybody_together_is_not_sent_more_than_the_setting_says() {
        clock.pass(Duration.ofHours(10));
        countOfEverybody(1000);
        var visit = new Visit();

        var page =
                visit.submits(
                        visit.browser().get("/password-reset"),
                        Map.of("email", UUID.randomUUID() + "@people.example"));

        countOfEverybody(0);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("try again", "mail-limit-reached");
    }

    private void countOfEverybody(int letters) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into mail_count (address_sha256, since, letters)
                                        values (:key, :now, :letters)
                                        on conflict (address_sha256) do update
                                        set since = excluded.since, letters = excluded.letters\
                                        """)
                                .setParameter("key", OpaqueToken.of("to everybody").sha256())
                                .setParameter("now", clock.instant())
                                .setParameter("letters", letters)
                                .executeUpdate());
    }

    @Test
    void in_production_mail_is_not_put_into_a_folder() {
        var setting = new Setting(Optional.of(folder), 1);

        assertThatThrownBy(() -> Postman.check(setting, List.of("prod")))
                .hasMessageContaining("guichet.mail.folder");
        assertThatThrownBy(() -> Postman.check(setting, List.of("prod", "local")))
                .hasMessageContaining("guichet.mail.folder");
        Postman.check(setting, List.of("local"));
    }

    private void sendInto(Path where) {
        var postman = new Postman(new Setting(Optional.of(where), 1000), mailer, clock);
        List<OutboxHandler<?>> letters = List.of(new Mails(count, writer, postman, outbox));
        new Outbox(dataSource, letters, json, clock).deliverDue().join();
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
