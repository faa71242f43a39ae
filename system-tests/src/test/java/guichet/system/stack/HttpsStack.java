package guichet.system.stack;

import guichet.local.stack.Deployment;
import guichet.local.stack.LocalStack;
import guichet.local.stack.Ports;
import guichet.local.stack.Service;
import guichet.local.stack.StackOptions;
import guichet.local.terminal.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole suite as an OpenID Provider over https, started once for all tests that need it: the
 * issuer is a proxy on loopback that ends TLS, with a certificate of a private authority.
 */
public final class HttpsStack implements ParameterResolver {
    /** All of it. */
    static final String SERVICES = "the stack over https";

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Provider.class;
    }

    @Override
    public Provider resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Provider.class, _ -> start(), Provider.class);
    }

    private static Provider start() {
        try {
            return start(Files.createTempDirectory("guichet-https-stack"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Provider start(Path folder) throws IOException {
        var authority = TestAuthority.in(folder);
        Ports ports = Ports.free();
        int port = FreePorts.find(1).getFirst();
        var proxy = TlsProxy.start(port, authority, ports.gateway());
        var options =
                new StackOptions(
                        ROOT,
                        folder.resolve("data"),
                        true,
                        URI.create("https://localhost:" + port),
                        ports,
                        Deployment.development(),
                        outside(authority));
        var stack = LocalStack.start(options, step -> System.out.println("https stack: " + step));
        return new Provider(stack, proxy, authority);
    }

    /**
     * The applications of the tests are on loopback, and their certificates of our authority;
     * errors are sent to them as the OpenID Foundation's plans expect.
     */
    private static Map<Service, Map<String, String>> outside(TestAuthority authority) {
        var settings = new HashMap<>(ManyPeople.SETTINGS);
        settings.put("GUICHET_OUTSIDE_ALLOWED_HOSTS", "localhost");
        settings.put("GUICHET_OUTSIDE_CA_FILE", authority.pem().toString());
        settings.put("GUICHET_AUTHORIZATION_ERROR_REDIRECTS", "all");
        return Stream.of(Service.REGISTRY, Service.AUTHORIZATION, Service.TOKEN)
                .collect(Collectors.toMap(Function.identity(), _ -> settings));
    }

    /** The running suite, as tests meet it. */
    public record Provider(LocalStack stack, AutoCloseable proxy, TestAuthority authority)
            implements AutoCloseable {
        public URI issuer() {
            return stack.issuer();
        }

        @Override
        public void close() throws Exception {
            proxy.close();
            stack.close();
        }
    }
}
