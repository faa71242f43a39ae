package guichet.local;

import guichet.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script {@code guichet} of a checkout, which knows Maven. */
record Script(Path root) {
    /** Runs it at this terminal; answers its exit status. */
    int run(String command, List<String> words) {
        var line = new ArrayList<>(List.of(root.resolve("guichet").toString(), command));
        line.addAll(words);
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackFailure("%s cannot be run: %s".formatted(line.getFirst(), e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }
}
