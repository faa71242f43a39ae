package guichet.system.people;

import static guichet.local.stack.Service.AUTHORIZATION;

import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where somebody finds their letters: the folder into which the local stack puts them. */
public record Letterbox(Path folder, String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+\\?link=\\S+)$");

    /** Of whoever has this address. */
    public static Letterbox of(Suite stack, String address) {
        return new Letterbox(
                Path.of(stack.stack().environment(AUTHORIZATION).get("GUICHET_MAIL_FOLDER")),
                address);
    }

    /** The link in the letter with this subject, as soon as it is there. */
    public URI link(String subject) throws IOException, InterruptedException {
        var link = LINK.matcher(letter(subject));
        if (!link.find()) {
            throw new AssertionError("no link in the letter: " + subject);
        }
        return URI.create(link.group(1));
    }

    /** The letter with this subject, as soon as it is there. */
    public String letter(String subject) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> letter = find(subject);
        while (letter.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no letter to %s: %s".formatted(address, subject));
            }
            TimeUnit.MILLISECONDS.sleep(200);
            letter = find(subject);
        }
        return letter.get();
    }

    private Optional<String> find(String subject) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String letter = Files.readString(file);
                // One that is still being written does not end yet.
                if (letter.startsWith("To: %s\nSubject: %s\n".formatted(address, subject))
                        && letter.endsWith("\n")) {
                    return Optional.of(letter);
                }
            }
        }
        return Optional.empty();
    }
}
