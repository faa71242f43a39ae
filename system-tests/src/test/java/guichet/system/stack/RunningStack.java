package guichet.system.stack;

import guichet.local.stack.Deployment;
import guichet.local.stack.LocalStack;
import guichet.local.stack.Ports;
import guichet.local.stack.Service;
import guichet.local.stack.StackOptions;
import guichet.system.actor.Browser;
import guichet.system.actor.Http;
import guichet.system.actor.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole suite, started once for all tests on ports and data of its own. */
public final class RunningStack implements ParameterResolver {
    /** What its services do, which stopping one changes for everybody. */
    public static final String SERVICES = "the services of the stack";

    /** Who lives in the local profile, and what they keep and allow. */
    static final String PEOPLE = "the people of the stack";

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Where tests listen for what the suite tells applications. */
    private static final Map<String, String> RECEIVERS =
            Map.of(
                    "GUICHET_OUTSIDE_ALLOWED_HOSTS",
                    "127.0.0.1",
                    "GUICHET_MAIL_AN_HOUR_FROM_ONE_CLIENT",
                    "1000000");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }

    /** The one of all tests, started where it is not running yet. */
    public static Suite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Suite.class, _ -> start(), Suite.class);
    }

    private static Suite start() {
        return start(ROOT, temporaryFolder());
    }

    /**
     * One more, with the settings of that one.
     *
     * @param root the checkout whose services it runs
     * @param data where it keeps everything
     */
    public static Suite start(Path root, Path data) {
        Ports ports = Ports.free();
        var options =
                new StackOptions(
                        root,
                        data,
                        true,
                        URI.create("http://localhost:" + ports.gateway()),
                        ports,
                        Deployment.development(),
                        settings());
        return new Suite(LocalStack.start(options, step -> System.out.println("stack: " + step)));
    }

    private static Map<Service, Map<String, String>> settings() {
        var authorization = new HashMap<>(ManyPeople.SETTINGS);
        authorization.putAll(RECEIVERS);
        return Map.of(
                Service.REGISTRY, ManyPeople.SETTINGS,
                Service.AUTHORIZATION, authorization,
                Service.TOKEN, ManyPeople.SETTINGS);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("guichet-system-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running suite, as tests meet it. */
    public record Suite(LocalStack stack) implements AutoCloseable {
        public URI issuer() {
            return stack.issuer();
        }

        public Http http() {
            return new Http(stack.issuer(), stack.api());
        }

        /** A person of the local profile, at a browser of their own. */
        public Person person(String username) {
            return person(username, new Browser(stack.issuer()));
        }

        /** A person whose browser goes on to the application, too. */
        public Person visitor(String username) {
            return person(username, new Browser(stack.issuer(), stack.application()));
        }

        private static Person person(String username, Browser browser) {
            return new Person(browser, username, username + "-opens-the-door");
        }

        /** An address of the application. */
        public URI application(String path) {
            return stack.application().resolve(path);
        }

        public void stop(Service service) {
            stack.stop(service);
        }

        public void start(Service service) {
            stack.start(service);
        }

        @Override
        public void close() {
            stack.close();
        }
    }
}
