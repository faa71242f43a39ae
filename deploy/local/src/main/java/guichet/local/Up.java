package guichet.local;

import guichet.local.settings.Settings;
import guichet.local.stack.LocalStack;
import guichet.local.stack.Ports;
import guichet.local.stack.StackFailure;
import guichet.local.stack.StackOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command {@code up}: runs the suite until it is told to stop. */
final class Up {
    private static final String STANDARD_ISSUER = "http://localhost:8080";
    private static final Pattern ISSUER = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

    private Up() {}

    /** Runs it in the checkout that {@code guichet.root} names; answers the exit status. */
    static int run(List<String> arguments) {
        if (!List.of("--fresh").containsAll(arguments)) {
            System.err.println("guichet up knows the option --fresh only");
            return 2;
        }
        var root = Path.of(System.getProperty("guichet.root", "")).toAbsolutePath();
        Path data = root.resolve(".guichet");
        try {
            boolean fresh = arguments.contains("--fresh");
            return serve(
                    new StackOptions(
                            root,
                            data,
                            fresh,
                            issuer(),
                            Ports.standard(),
                            Settings.ofBuilt(root).share(System.getenv())));
        } catch (StackFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static URI issuer() {
        String issuer =
                Optional.ofNullable(System.getenv("GUICHET_ISSUER")).orElse(STANDARD_ISSUER);
        if (!ISSUER.matcher(issuer).matches()) {
            throw new StackFailure(
                    "GUICHET_ISSUER is %s: say scheme, host and port, as in https://login.example"
                            .formatted(issuer));
        }
        return URI.create(issuer);
    }

    private static int serve(StackOptions options) {
        long start = System.nanoTime();
        try (var shutdown = Shutdown.onSignal();
                var stack = LocalStack.start(options, step -> System.out.println("  " + step))) {
            welcome(stack, options, (System.nanoTime() - start) / 1_000_000_000);
            return watch(stack, shutdown);
        }
    }

    private static int watch(LocalStack stack, Shutdown shutdown) {
        while (!shutdown.isAskedWithin(Duration.ofSeconds(1))) {
            var dead = stack.findDead();
            if (dead.isPresent()) {
                System.err.println(
                        "%s ended; see %s".formatted(dead.get().module(), stack.log(dead.get())));
                return 1;
            }
        }
        System.out.println("stopping");
        return 0;
    }

    private static void welcome(LocalStack stack, StackOptions options, long seconds) {
        System.out.printf(
                """

                Guichet is ready after %d seconds.

                  films     %s
                  issuer    %s
                  metadata  %s/.well-known/oauth-authorization-server
                  API       %s/movies
                  people    alice / alice-opens-the-door
                            bob / bob-opens-the-door
                  mail      %s
                  logs      %s

                Sign in to the films as one of the people. Walk the flows with ./guichet demo. Ctrl-C stops everything; the data stays.
                """,
                seconds,
                stack.application(),
                stack.issuer(),
                stack.issuer(),
                stack.api(),
                options.root().relativize(options.data().resolve("mail")),
                options.root().relativize(options.data().resolve("logs")));
    }
}
