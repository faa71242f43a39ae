package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** How an answer is printed: for people, or for programs. */
final class Format {
    @Option(names = "--json", description = "Print the answer of the API as it is, in JSON.")
    private boolean json;

    void print(JsonNode answer, PrintStream out, BiConsumer<JsonNode, PrintStream> words) {
        if (json) {
            out.println(answer.toPrettyString());
        } else {
            words.accept(answer, out);
        }
    }
}
