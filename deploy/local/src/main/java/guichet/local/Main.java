package guichet.local;

import guichet.local.administration.Administration;
import guichet.local.demo.Demo;
import java.nio.file.Path;
import java.util.List;

/** Where the script {@code guichet} enters. */
public final class Main {
    private Main() {}

    /** Runs {@code up}, {@code demo} or a command of an administrator. */
    public static void main(String[] arguments) {
        String command = arguments[0];
        var rest = List.of(arguments).subList(1, arguments.length);
        System.exit(
                switch (command) {
                    case "up" -> Up.run(rest);
                    case "demo" -> Demo.run(rest);
                    default -> administer(command, rest);
                });
    }

    private static int administer(String command, List<String> words) {
        if (!Administration.commands().contains(command)) {
            throw new IllegalArgumentException(command);
        }
        Path data = Path.of(System.getProperty("guichet.root", "")).resolve(".guichet");
        return Administration.of(System.getenv(), data).run(command, words, System.out, System.err);
    }
}
