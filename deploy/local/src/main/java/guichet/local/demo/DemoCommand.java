package guichet.local.demo;

import java.util.Map;
import picocli.CommandLine.Command;

/** The command {@code demo}. */
@Command(
        name = "demo",
        description = "Walk the flows against the running stack and show every message.",
        footer = DemoCommand.ENVIRONMENT)
public final class DemoCommand implements Runnable {
    static final String ENVIRONMENT =
            """

            Environment:
              GUICHET_ISSUER            http://localhost:8080 unless set
              GUICHET_API               where the API is, http://localhost:8090 unless set
              GUICHET_OUTSIDE_CA_FILE   authorities to trust besides those of the JDK, in PEM\
            """;

    private final Map<String, String> environment;

    public DemoCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void run() {
        new Demo(environment).walk();
        System.out.println(
                "\nAll three flows work. An application that uses them: http://localhost:8091");
    }
}
