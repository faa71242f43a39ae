package guichet.system.rule;

import static guichet.local.stack.Service.REGISTRY;
import static guichet.local.stack.Service.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.Main;
import guichet.local.terminal.FreePorts;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.Replica;
import guichet.system.stack.RoundRobin;
import guichet.system.stack.RunningStack.Suite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys change under load, with two replicas of token-service that take turns. */
@DisturbsStack
class KeyRotationTest {
    /** The shortest announcement that this cache allows is eleven seconds. */
    private static final Map<String, String> SHORT =
            Map.of(
                    "GUICHET_TOKEN_KEY_JWKS_CACHE", "1s",
                    "GUICHET_TOKEN_KEY_ANNOUNCEMENT", "11s",
                    "GUICHET_TOKEN_KEY_ROTATION", "16s");

    /** What {@code docs/keys.md} says. */
    private static final Duration SEEN_BY_THE_API = Duration.ofSeconds(8);

    private final Suite stack;
    private Replica first;
    private Replica second;
    private RoundRobin both;

    KeyRotationTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void two_replicas() throws Exception {
        var settings = new HashMap<>(stack.stack().environment(TOKEN));
        int port = Integer.parseInt(settings.get("QUARKUS_HTTP_PORT"));
        settings.putAll(SHORT);
        stack.stop(TOKEN);
        List<Integer> free = FreePorts.find(4);
        first = Replica.start(TOKEN, settings, free.get(0), free.get(1));
        second = Replica.start(TOKEN, settings, free.get(2), free.get(3));
        both =
                RoundRobin.on(
                        port, List.of(first.awaitReady().address(), second.awaitReady().address()));
    }

    @AfterEach
    void the_one_of_the_stack() {
        both.close();
        first.close();
        second.close();
        stack.start(TOKEN);
    }

    @Test
    @Timeout(120)
    void no_good_token_is_refused_and_none_is_signed_by_a_key_that_validators_lack()
            throws Exception {
        var application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Statistics", "grant_types": ["client_credentials"]}\
                                """);
        try (var load = new KeyLoad(stack.http(), application)) {
            pause(1_000);
            keys("rotate", "ES256"); // and by the schedule sixteen seconds later
            pause(29_000); // what is announced after that may sign now
            String withdrawn = signing();
            String token = tokenBy(withdrawn, application.usesItsOwnCredentials().accessToken());
            load.withdraws(withdrawn);
            long start = System.nanoTime();
            keys("withdraw", withdrawn);
            load.hasWithdrawn();
            Duration refused = untilRefused(token, start);
            pause(11_500 - refused.toMillis());
            keys("rotate", "ES256");
            pause(1_500);

            report(load, refused);
            assertThat(load.faults()).isEmpty();
            assertThat(load.signers()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(refused).isLessThan(SEEN_BY_THE_API);
        }
    }

    private Duration untilRefused(String token, long start) throws InterruptedException {
        while (stack.http().api("GET", "/stats_movies", token).status() != 401) {
            pause(50);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String tokenBy(String kid, String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), UTF_8);
        assertThat(header).contains(kid);
        return token;
    }

    private String signing() {
        return keys("list")
                .lines()
                .filter(line -> line.startsWith("ES256") && line.contains("signing"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** As an administrator types it. */
    private String keys(String... words) {
        var out = new ByteArrayOutputStream();
        String secret = stack.stack().environment(REGISTRY).get("GUICHET_ADMINISTRATOR_SECRET");
        var environment =
                Map.of(
                        "GUICHET_ISSUER",
                        stack.issuer().toString(),
                        "GUICHET_ADMINISTRATOR_SECRET",
                        secret);
        var line = new ArrayList<>(List.of("keys"));
        line.addAll(List.of(words));
        int status =
                Main.run(
                        line,
                        environment,
                        Path.of("nowhere"),
                        new PrintStream(out, true, UTF_8),
                        System.err);
        assertThat(status).isZero();
        return out.toString(UTF_8);
    }

    private static void report(KeyLoad load, Duration refused) {
        System.out.printf(
                "measured: two replicas of token-service, %d new tokens by %d keys and %d uses of"
                        + " old ones while keys rotated: %d faults; from the withdrawal of a key to"
                        + " 401 at the API %d ms%n",
                load.signers().values().stream().mapToInt(Integer::intValue).sum(),
                load.signers().size(),
                load.oldTokensUsed(),
                load.faults().size(),
                refused.toMillis());
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis));
    }
}
