package guichet.local.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How an answer is printed: for people, or for programs. */
public final class Format {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print it in JSON.")
    private boolean json;

    /** Prints the answer of an API, or what is shown like one. */
    public void print(JsonNode answer, BiConsumer<JsonNode, PrintWriter> words) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(answer.toPrettyString());
        } else {
            words.accept(answer, out);
        }
    }
}
