package guichet.system.odd;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.gateway.Route;
import guichet.local.stack.Service;
import guichet.system.actor.Application;
import guichet.system.architecture.Endpoints;
import guichet.system.architecture.Endpoints.Endpoint;
import guichet.system.odd.OddRequest.Target;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No request is odd enough to be our fault. Alone on the stack: the logs are looked at. */
@DisturbsStack
class OddRequestsTest {
    private static final int REQUESTS = 10_000;

    /** The request of this number is the same in every run, but for ports and credentials. */
    private static final long SEED = 20_300_101;

    /** RFC 9110 §15.6.2 and §15.6.6: it is the sender who is told something. */
    private static final List<Integer> SENDERS_FAULT = List.of(501, 505);

    private static final int AT_ONCE = 8;

    private final Suite stack;

    OddRequestsTest(Suite stack) {
        this.stack = stack;
    }

    @Test
    void ten_thousand_odd_requests_to_every_public_route_are_answered_and_none_with_a_fault()
            throws Exception {
        Map<Service, String> before = logs();

        List<String> faults = faults(targets(), credentials());

        assertThat(faults).isEmpty();
        assertThat(errorsSince(before)).isEmpty();
    }

    private static List<String> faults(List<Target> targets, List<String> credentials)
            throws InterruptedException {
        assertThat(targets).hasSizeGreaterThan(60);
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            return senders
                    .invokeAll(
                            IntStream.range(0, REQUESTS)
                                    .mapToObj(number -> task(number, targets, credentials))
                                    .toList())
                    .stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Callable<Optional<String>> task(
            int number, List<Target> targets, List<String> credentials) {
        return () -> {
            Target target = targets.get(number % targets.size());
            var request = OddRequest.to(target, credentials, new SplittableRandom(SEED + number));
            int status = Wire.status(request.server(), request.bytes());
            boolean isFault = status < 200 || status >= 500 && !SENDERS_FAULT.contains(status);
            return isFault
                    ? Optional.of("%s to request %d:%n%s".formatted(told(status), number, request))
                    : Optional.empty();
        };
    }

    private static String told(int status) {
        return switch (status) {
            case Wire.NO_CONNECTION -> "no connection";
            case Wire.NO_ANSWER -> "no answer";
            default -> Integer.toString(status);
        };
    }

    private List<Target> targets() {
        Stream<Target> methods =
                Endpoints.ofTheOutside().stream()
                        .map(each -> new Target(server(each), each.method(), each.path()));
        Stream<Target> prefixes =
                Stream.of(Route.values())
                        .flatMap(route -> route.prefixes().stream())
                        .flatMap(path -> Stream.of(path, path + "/{rest}"))
                        .map(path -> new Target(stack.issuer(), "GET", path));
        return Stream.concat(methods, prefixes).toList();
    }

    private URI server(Endpoint endpoint) {
        if (endpoint.owner().startsWith("guichet.moviesapp")) {
            return stack.application("/");
        }
        boolean isOfApi =
                Stream.of("guichet.movies", "guichet.resource")
                        .anyMatch(endpoint.owner()::startsWith);
        return isOfApi ? stack.stack().api() : stack.issuer();
    }

    /** Of an application and of a person, so that what is behind them is reached too. */
    private List<String> credentials() {
        Application app =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Odd", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "grant_types": ["authorization_code", "password", "client_credentials", "refresh_token"]}\
                                """);
        String pair = app.clientId() + ":" + app.clientSecret().orElseThrow();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return List.of(
                "Basic " + basic,
                "Bearer " + app.usesPassword("bob", "bob-opens-the-door").accessToken(),
                "Bearer " + app.usesItsOwnCredentials().accessToken());
    }

    private Map<Service, String> logs() throws IOException {
        var logs = new EnumMap<Service, String>(Service.class);
        for (Service service : Service.values()) {
            logs.put(service, Files.readString(stack.stack().log(service)));
        }
        return logs;
    }

    private List<String> errorsSince(Map<Service, String> before) throws IOException {
        return logs().entrySet().stream()
                .flatMap(log ->
                        log.getValue()
                                .substring(before.get(log.getKey()).length())
                                .lines()
                                .filter(line -> line.contains(" ERROR "))
                                .map(line -> log.getKey() + ": " + line))
                .toList();
    }
}
