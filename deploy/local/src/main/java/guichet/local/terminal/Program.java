package guichet.local.terminal;

import java.io.IOException;
import java.util.List;

/** Other programs, run at this terminal. */
public final class Program {
    private Program() {}

    /**
     * Waits for its end.
     *
     * @param line the program and its words
     * @return its exit status
     * @throws Failure if there is no such program
     */
    public static int run(List<String> line) {
        try {
            return new ProcessBuilder(line).inheritIO().start().onExit().join().exitValue();
        } catch (IOException e) {
            throw new Failure("%s cannot be run: %s".formatted(line.getFirst(), e), e);
        }
    }
}
