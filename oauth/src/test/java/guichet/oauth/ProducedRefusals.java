package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the tests of a module saw refused, in the log that the profile test writes. */
public final class ProducedRefusals {
    private static final Path LOG = Path.of("target/refusals.log");
    private static final Path LISTED = Path.of("src/test/resources/refusals.txt");
    private static final Pattern REFUSED = Pattern.compile("(?m)^refused ([a-z-]+): ");

    private ProducedRefusals() {}

    /** Each code that the module lists is there. */
    public static void assertComplete() throws IOException {
        assertThat(LOG).as("run all tests of the module: this one reads what they left").exists();
        Set<String> seen =
                REFUSED.matcher(Files.readString(LOG))
                        .results()
                        .map(line -> line.group(1))
                        .collect(Collectors.toSet());

        assertThat(seen)
                .as("each code of %s needs a test that is refused with it", LISTED)
                .containsAll(Files.readAllLines(LISTED));
    }
}
