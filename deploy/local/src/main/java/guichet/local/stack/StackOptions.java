package guichet.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is like.
 *
 * @param root the checkout, with the services built
 * @param data the folder for database, secrets and logs
 * @param fresh whether to start without the data of earlier runs
 * @param issuer the address by which the world knows it
 * @param deployment what it is run for
 * @param settings further environment for a service
 */
public record StackOptions(
        Path root,
        Path data,
        boolean fresh,
        URI issuer,
        Ports ports,
        Deployment deployment,
        Map<Service, Map<String, String>> settings) {
    public StackOptions {
        settings = Map.copyOf(settings);
    }
}
