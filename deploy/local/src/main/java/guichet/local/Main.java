package guichet.local;

import guichet.local.demo.Demo;
import java.util.List;

/** Where the script {@code guichet} enters. */
public final class Main {
    private Main() {}

    /** Runs {@code up} or {@code demo}. */
    public static void main(String[] arguments) {
        var rest = List.of(arguments).subList(1, arguments.length);
        System.exit(
                switch (arguments[0]) {
                    case "up" -> Up.run(rest);
                    case "demo" -> Demo.run(rest);
                    default -> throw new IllegalArgumentException(arguments[0]);
                });
    }
}
