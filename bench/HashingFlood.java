import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * How fast pages are while wrong passwords come from everywhere, and how fast before: what the first
 * look at a page takes in a service that has just started is no deed of the flood. The flood calls
 * authorization-service as the gateway does, since the gateway itself would say that all of it comes
 * from one address; the pages are opened by the gateway as people open them.
 */
final class HashingFlood {
    private static final Duration PROMISE = Duration.ofMillis(200);
    private static final int ADDRESSES = 1_000;
    private static final Duration BETWEEN_GUESSES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BEFORE = Duration.ofSeconds(5);

    /** In which a service that has just started compiles what the flood has it do. */
    private static final Duration RISING = Duration.ofSeconds(20);
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String GATEWAY = "http://localhost:8080";
    private static final String SERVICE = "http://127.0.0.1:8182";
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/login",
                    "/signup",
                    "/password-reset",
                    "/errors/service-busy",
                    "/assets/guichet.svg",
                    "/jwks",
                    "/.well-known/openid-configuration");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, LongAdder> guesses = new ConcurrentHashMap<>();
    private final Duration duration;
    private volatile boolean isOver;

    private HashingFlood(Duration duration) {
        this.duration = duration;
    }

    public static void main(String[] words) throws Exception {
        int seconds = words.length > 0 ? Integer.parseInt(words[0]) : 30;
        boolean isKept = new HashingFlood(Duration.ofSeconds(seconds)).isWithinPromise();
        System.exit(isKept ? 0 : 1);
    }

    private boolean isWithinPromise() throws Exception {
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            System.out.printf("before, in %d s%n", BEFORE.toSeconds());
            looks(BEFORE).forEach(HashingFlood::print);
            Guess guess = guess();
            for (int number = 0; number < ADDRESSES; number++) {
                int stranger = number;
                strangers.submit(() -> floods(guess, stranger));
            }
            Thread.sleep(RISING);
            guesses.clear();
            Map<String, List<Duration>> answers = looks(duration);
            isOver = true;
            System.out.printf(
                    "wrong passwords in %d s from %,d addresses, by status: %s%n",
                    duration.toSeconds(), ADDRESSES, new TreeMap<>(guesses));
            answers.forEach(HashingFlood::print);
            return answers.values().stream()
                    .allMatch(it -> percentile(it, 99).compareTo(PROMISE) < 0);
        }
    }

    /** The form of the sign-in page, which is good for anybody who has its cookie. */
    private Guess guess() throws IOException, InterruptedException {
        HttpResponse<String> page = get(SERVICE + "/login");
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IllegalStateException("there is no sign-in page: start ./guichet up first");
        }
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Guess(cookie, csrf.group(1));
    }

    /** One guess after the other, each for another name, so that no name rests. */
    private Void floods(Guess guess, int stranger) throws InterruptedException {
        Thread.sleep(BETWEEN_GUESSES.multipliedBy(stranger).dividedBy(ADDRESSES));
        for (int number = 0; !isOver; number++) {
            String address = "198.18.%d.%d".formatted(stranger / 250, stranger % 250);
            int status = status(guess, address, "nobody-%d-%d".formatted(stranger, number));
            guesses.computeIfAbsent(status, _ -> new LongAdder()).increment();
            Thread.sleep(BETWEEN_GUESSES);
        }
        return null;
    }

    private int status(Guess guess, String address, String username) throws InterruptedException {
        String form =
                "request=&csrf=%s&username=%s&password=wrong"
                        .formatted(
                                URLEncoder.encode(guess.csrf(), StandardCharsets.UTF_8), username);
        var request =
                HttpRequest.newBuilder(URI.create(SERVICE + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", guess.cookie())
                        .header("X-Forwarded-For", address)
                        .POST(BodyPublishers.ofString(form));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0; // hung up on
        }
    }

    private Map<String, List<Duration>> looks(Duration duration) throws Exception {
        var answers = new TreeMap<String, List<Duration>>();
        long end = System.nanoTime() + duration.toNanos();
        for (int look = 0; System.nanoTime() < end; look++) {
            String page = PAGES.get(look % PAGES.size());
            long start = System.nanoTime();
            int status = get(GATEWAY + page).statusCode();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            if (status != 200) {
                throw new IllegalStateException(page + " answers " + status);
            }
            answers.computeIfAbsent(page, _ -> new ArrayList<>()).add(elapsed);
            Thread.sleep(BETWEEN_LOOKS);
        }
        return answers;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static void print(String page, List<Duration> answers) {
        System.out.printf(
                "%-36s %4d answers, median %4d ms, p99 %4d ms, longest %4d ms%n",
                page,
                answers.size(),
                percentile(answers, 50).toMillis(),
                percentile(answers, 99).toMillis(),
                percentile(answers, 100).toMillis());
    }

    private static Duration percentile(List<Duration> answers, int percent) {
        var sorted = new ArrayList<>(answers);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    private record Guess(String cookie, String csrf) {}
}
