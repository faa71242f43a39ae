package guichet.local.stack;

import static java.util.Objects.requireNonNull;

import guichet.local.terminal.Failure;
import guichet.local.terminal.FreePorts;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ports of a stack, all on loopback.
 *
 * @param services where each service is called
 * @param internal where its neighbours call it
 * @param management where each service tells its health
 */
public record Ports(
        int gateway,
        Map<Service, Integer> services,
        Map<Service, Integer> internal,
        Map<Service, Integer> management) {
    public Ports {
        services = Map.copyOf(services);
        internal = Map.copyOf(internal);
        management = Map.copyOf(management);
    }

    /** The ports that the documentation names. */
    public static Ports standard() {
        return new Ports(
                8080,
                Map.of(
                        Service.REGISTRY, 8181,
                        Service.AUTHORIZATION, 8182,
                        Service.TOKEN, 8183,
                        Service.MOVIES, 8090,
                        Service.MOVIES_APP, 8091),
                Map.of(
                        Service.REGISTRY, 8281,
                        Service.AUTHORIZATION, 8282,
                        Service.TOKEN, 8283),
                Map.of(
                        Service.REGISTRY, 9181,
                        Service.AUTHORIZATION, 9182,
                        Service.TOKEN, 9183,
                        Service.MOVIES, 9190,
                        Service.MOVIES_APP, 9191));
    }

    /** Ports that are free now, for a stack beside others. */
    public static Ports free() {
        int needed = 1 + 2 * Service.values().length + Service.withNeighbours().size();
        var free = FreePorts.find(needed).iterator();
        return new Ports(
                free.next(),
                each(EnumSet.allOf(Service.class), free),
                each(Service.withNeighbours(), free),
                each(EnumSet.allOf(Service.class), free));
    }

    private static Map<Service, Integer> each(Set<Service> services, Iterator<Integer> free) {
        return services.stream().collect(Collectors.toMap(each -> each, _ -> free.next()));
    }

    /** Where a service is called. */
    public int service(Service service) {
        return requireNonNull(services.get(service));
    }

    /** Where its neighbours call a service. */
    int internal(Service service) {
        return requireNonNull(internal.get(service));
    }

    /** Where a service tells its health. */
    int management(Service service) {
        return requireNonNull(management.get(service));
    }

    /** Names the first port that somebody else has, before anything is started. */
    void requireFree() {
        requireFree(gateway, "the gateway");
        for (Service service : Service.values()) {
            requireFree(service(service), service.module());
            requireFree(management(service), "the health of " + service.module());
        }
        for (Service service : Service.withNeighbours()) {
            requireFree(internal(service), "the neighbours of " + service.module());
        }
    }

    private static void requireFree(int port, String user) {
        if (!FreePorts.isFree(port)) {
            throw new Failure(
                    "port %d is taken, and %s needs it: stop what uses it, then try again"
                            .formatted(port, user));
        }
    }
}
