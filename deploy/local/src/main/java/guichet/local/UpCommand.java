package guichet.local;

import guichet.local.stack.LocalStack;
import guichet.local.stack.StackOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code up}: runs the suite until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Build what is missing and start everything on this machine.",
            "Ctrl-C stops it. Data, secrets, logs and mail stay in .guichet/ of the checkout."
        },
        footer = UpCommand.ENVIRONMENT)
final class UpCommand implements Callable<Integer> {
    static final String ENVIRONMENT =
            """

            Settings are environment variables; each goes to the services that read it, as in
              GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME=2m ./guichet up
            docs/settings.md lists them; up refuses a GUICHET_ name that none reads. Among them:

              GUICHET_ISSUER            the address by which the world knows the stack,
                                        http://localhost:8080 unless your proxy is in front of it
              GUICHET_ADMINISTRATOR_SECRET
                                        of the commands keys, people, ...; made at random unless set
              GUICHET_OUTSIDE_ALLOWED_HOSTS, GUICHET_OUTSIDE_CA_FILE
                                        whom the stack may call for applications, and whom it
                                        trusts then: docs/registration.md; on this machine unless set\
            """;

    private final Checkout checkout;
    private final GuichetCommand guichet;

    @Option(names = "--fresh", description = "Empty .guichet/ first.")
    private boolean fresh;

    UpCommand(Checkout checkout, GuichetCommand guichet) {
        this.checkout = checkout;
        this.guichet = guichet;
    }

    @Override
    public Integer call() {
        int built = guichet.build();
        return built == 0 ? serve(checkout.stack(fresh)) : built;
    }

    private static int serve(StackOptions options) {
        long start = System.nanoTime();
        try (var shutdown = Shutdown.onSignal();
                var stack = LocalStack.start(options, step -> System.out.println("  " + step))) {
            welcome(stack, options, (System.nanoTime() - start) / 1_000_000_000);
            while (!shutdown.isAskedWithin(Duration.ofMillis(250))) {
                stack.supervise();
            }
            System.out.println("stopping");
            return 0;
        }
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
                  logs      %s; why a request is refused is in token-service.log there

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
