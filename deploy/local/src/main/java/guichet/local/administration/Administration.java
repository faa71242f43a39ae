package guichet.local.administration;

import static java.util.Objects.requireNonNull;

import guichet.local.stack.LocalStack;
import guichet.local.trust.Trust;
import guichet.local.trust.UnreadableAuthorities;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the commands of an administrator. */
public final class Administration {
    private static final String STANDARD_ISSUER = "http://localhost:8080";

    private static final Map<String, AdministrationCommand> COMMANDS =
            Map.of(
                    "keys", new KeysCommand(),
                    "people", new PeopleCommand(),
                    "initial-access-tokens", new InitialAccessTokensCommand());

    private final URI issuer;
    private final Optional<String> secret;
    private final Map<String, String> environment;

    Administration(URI issuer, Optional<String> secret, Map<String, String> environment) {
        this.issuer = issuer;
        this.secret = secret;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The issuer and the secret of the environment: {@code GUICHET_ISSUER} and {@code
     * GUICHET_ADMINISTRATOR_SECRET}. Without the latter, the local stack's own. {@code
     * GUICHET_OUTSIDE_CA_FILE} says whom to trust besides the authorities of the JDK.
     *
     * @param data where the local stack keeps its data
     */
    public static Administration of(Map<String, String> environment, Path data) {
        return new Administration(
                URI.create(environment.getOrDefault("GUICHET_ISSUER", STANDARD_ISSUER)),
                Optional.ofNullable(environment.get("GUICHET_ADMINISTRATOR_SECRET"))
                        .or(() -> LocalStack.administratorSecret(data)),
                environment);
    }

    /** The words by which the commands are called. */
    public static Set<String> commands() {
        return COMMANDS.keySet();
    }

    /**
     * Runs one of {@link #commands()}; answers the exit status: 0, 1 for a failure, 2 for words
     * that make no sense.
     */
    public int run(String name, List<String> words, PrintStream out, PrintStream err) {
        AdministrationCommand command = requireNonNull(COMMANDS.get(name));
        try {
            var trust = Trust.of(environment);
            var calls = new AdministrationCalls(issuer, secret, command.scope(), trust);
            if (command.run(words, calls, out)) {
                return 0;
            }
            err.print(command.usage());
            return 2;
        } catch (AdministrationFailure | UnreadableAuthorities failure) {
            err.printf("guichet %s: %s%n", name, failure.getMessage());
            return 1;
        }
    }
}
