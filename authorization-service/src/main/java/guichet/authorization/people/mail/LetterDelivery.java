package guichet.authorization.people.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Delivers letters: by SMTP, or into a folder where nobody else reads them. */
@ApplicationScoped
public class LetterDelivery {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final MailConfig config;
    private final Mailer mailer;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;

    LetterDelivery(MailConfig config, Mailer mailer, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.mailer = mailer;
        this.clock = clock;
        this.sent = meters.counter("guichet.letters", "outcome", "sent");
        this.failed = meters.counter("guichet.letters", "outcome", "failed");
    }

    /** Whether there is a way for mail to leave. */
    public boolean isThere() {
        return config.folder().isPresent() || config.from().isPresent();
    }

    void deliver(WrittenLetter text) {
        try {
            hand(text);
            sent.increment();
        } catch (RuntimeException undelivered) {
            failed.increment();
            throw undelivered;
        }
    }

    private void hand(WrittenLetter text) {
        if (config.folder().isPresent()) {
            put(text, config.folder().get());
        } else {
            mailer.send(
                    Mail.withText(text.to().value(), text.subject(), text.body())
                            .setFrom(config.from().orElseThrow()));
        }
    }

    /** In the order in which they came, and told apart by their subject. */
    private String name(WrittenLetter text) {
        return "%s-%s-%s.txt"
                .formatted(
                        TIME.format(clock.instant()),
                        text.subject().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                        UUID.randomUUID().toString().substring(0, 8));
    }

    private void put(WrittenLetter text, Path folder) {
        String letter =
                "To: %s\nSubject: %s\n\n%s".formatted(text.to(), text.subject(), text.body());
        try {
            Files.createDirectories(folder);
            Path file = Files.createFile(folder.resolve(name(text)), OWNER_ONLY);
            Files.writeString(file, letter, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("the letter cannot be put into the folder", e);
        }
    }
}
