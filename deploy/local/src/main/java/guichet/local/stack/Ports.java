package guichet.local.stack;

import static java.util.Objects.requireNonNull;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of a stack, all on loopback.
 *
 * @param services where each service is called
 * @param management where each service tells its health
 */
public record Ports(int gateway, Map<Service, Integer> services, Map<Service, Integer> management) {
    public Ports {
        services = Map.copyOf(services);
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
                        Service.REGISTRY, 9181,
                        Service.AUTHORIZATION, 9182,
                        Service.TOKEN, 9183,
                        Service.MOVIES, 9190,
                        Service.MOVIES_APP, 9191));
    }

    /** Ports that are free now, for a stack beside others. */
    public static Ports free() {
        var free = freePorts(1 + 2 * Service.values().length).iterator();
        int gateway = free.next();
        var services = new EnumMap<Service, Integer>(Service.class);
        var management = new EnumMap<Service, Integer>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, free.next());
            management.put(service, free.next());
        }
        return new Ports(gateway, services, management);
    }

    /** Where a service is called. */
    int service(Service service) {
        return requireNonNull(services.get(service));
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
    }

    private static void requireFree(int port, String user) {
        try {
            open(port).close();
        } catch (IOException _) {
            throw new Failure(
                    "port %d is taken, and %s needs it: stop what uses it, then try again"
                            .formatted(port, user));
        }
    }

    private static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(open(0));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports", e);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
