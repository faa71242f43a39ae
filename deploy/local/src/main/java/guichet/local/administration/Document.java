package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of an administrator: one YAML document, and so JSON too, each member once. */
final class Document {
    private static final ObjectMapper YAML =
            new ObjectMapper(
                            YAMLFactory.builder()
                                    .disable(Feature.WRITE_DOC_START_MARKER)
                                    .disable(Feature.SPLIT_LINES)
                                    .enable(Feature.MINIMIZE_QUOTES)
                                    .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Path STANDARD_INPUT = Path.of("-");

    private Document() {}

    /**
     * The object that a file holds.
     *
     * @param file {@code -} for the standard input
     * @throws Failure when it cannot be read, or holds something else
     */
    static ObjectNode read(Path file) {
        try {
            String text =
                    file.equals(STANDARD_INPUT)
                            ? new String(System.in.readAllBytes(), UTF_8)
                            : Files.readString(file);
            if (YAML.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException fault) {
            throw new Failure("%s is no YAML: %s".formatted(file, fault.getOriginalMessage()));
        } catch (NoSuchFileException _) {
            throw new Failure("%s cannot be read: there is no such file".formatted(file));
        } catch (IOException fault) {
            throw new Failure("%s cannot be read: %s".formatted(file, fault));
        }
        throw new Failure("%s must hold one YAML object".formatted(file));
    }

    static void print(JsonNode node, PrintWriter out) {
        out.print(write(node));
        out.flush();
    }

    /** As YAML, by lines that end. */
    static String write(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
