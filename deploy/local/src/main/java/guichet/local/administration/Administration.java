package guichet.local.administration;

import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.stack.LocalStack;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
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
    public List<Object> commands() {
        return List.of(
                new KeysCommand(this),
                new PeopleCommand(this),
                new InitialAccessTokensCommand(this),
                new ApisCommand(this),
                new AppsCommand(this),
                new ApplyCommand(this),
                new ExportCommand(this));
    }

    /** Calls that administer this. */
    AdministrationCalls calls(Resource resource) {
        return new AdministrationCalls(
                new Calls(environment), Calls.issuer(environment), secret(), resource);
    }

    private String secret() {
        return Optional.ofNullable(environment.get("GUICHET_ADMINISTRATOR_SECRET"))
                .or(() -> LocalStack.administratorSecret(data))
                .orElseThrow(() ->
                        new Failure(
                                "set GUICHET_ADMINISTRATOR_SECRET: no local stack was ever started"
                                        + " here"));
    }
}
