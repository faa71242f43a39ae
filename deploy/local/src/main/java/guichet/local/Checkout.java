package guichet.local;

import guichet.local.settings.Settings;
import guichet.local.stack.Deployment;
import guichet.local.stack.Ports;
import guichet.local.stack.StackOptions;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A checkout, whose services are built, and the environment that says how its stack is to be.
 *
 * @param environment all variables
 */
record Checkout(Map<String, String> environment, Path root) {
    private static final Pattern ISSUER = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

    Checkout {
        environment = Map.copyOf(environment);
    }

    /** The folder of its stack's data. */
    Path data() {
        return root.resolve(".guichet");
    }

    /**
     * The stack that keeps its data here.
     *
     * @param fresh whether to start without the data of earlier runs
     * @throws Failure naming what the environment says wrongly
     */
    StackOptions stack(boolean fresh) {
        return new StackOptions(
                root,
                data(),
                fresh,
                issuer(),
                Ports.standard(),
                Deployment.development(),
                Settings.ofBuilt(root).share(environment));
    }

    private URI issuer() {
        String issuer = environment.getOrDefault("GUICHET_ISSUER", Calls.LOCAL_ISSUER);
        if (!ISSUER.matcher(issuer).matches()) {
            throw Failure.ofUsage(
                    "GUICHET_ISSUER is %s: say scheme, host and port, as in https://login.example"
                            .formatted(issuer));
        }
        return URI.create(issuer);
    }
}
