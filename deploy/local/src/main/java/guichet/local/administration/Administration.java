package guichet.local.administration;

import guichet.local.stack.LocalStack;
import guichet.local.trust.Trust;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuer of the environment and the secret of its administrator. */
public final class Administration {
    /** For the help of the commands. */
    static final String ENVIRONMENT =
            """

            Environment:
              GUICHET_ISSUER            http://localhost:8080 unless set
              GUICHET_ADMINISTRATOR_SECRET
                                        the administrator's; that of the local stack is known
              GUICHET_OUTSIDE_CA_FILE   authorities to trust besides those of the JDK, in PEM\
            """;

    private static final String STANDARD_ISSUER = "http://localhost:8080";

    private final Map<String, String> environment;
    private final Path data;

    /**
     * Reads nothing yet: help is given whatever the environment holds.
     *
     * @param data where the local stack keeps its data
     */
    public Administration(Map<String, String> environment, Path data) {
        this.environment = Map.copyOf(environment);
        this.data = data;
    }

    /** The commands of an administrator, annotated for picocli. */
    public List<Object> commands(PrintStream out) {
        return List.of(
                new KeysCommand(this, out),
                new PeopleCommand(this, out),
                new InitialAccessTokensCommand(this, out));
    }

    /** Calls with a scope. */
    AdministrationCalls calls(String scope) {
        return new AdministrationCalls(issuer(), secret(), scope, Trust.of(environment));
    }

    private URI issuer() {
        return URI.create(environment.getOrDefault("GUICHET_ISSUER", STANDARD_ISSUER));
    }

    private Optional<String> secret() {
        return Optional.ofNullable(environment.get("GUICHET_ADMINISTRATOR_SECRET"))
                .or(() -> LocalStack.administratorSecret(data));
    }
}
