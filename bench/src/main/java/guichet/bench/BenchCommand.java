package guichet.bench;

import guichet.bench.plan.Plan;
import guichet.local.terminal.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The words of the command {@code bench}. */
@Command(
        name = "./guichet bench",
        showDefaultValues = true,
        description = {
            "Measure Guichet in the settings of production, on a PostgreSQL of its own that writes to"
                    + " disk. The report is in .guichet/bench, in Markdown and JSON.",
            "Client, servers and database share this machine: let nothing else run on it."
        })
final class BenchCommand implements Callable<Integer> {
    private static final Set<String> QUICKLY =
            Set.of("client_credentials", "refresh", "introspection", "GET /my-movies");

    private final Path root;

    @Option(names = "--quick", description = "For a look, in a minute: one short round.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "Workloads, as reports name them; all unless it is said.")
    private Set<String> only = Set.of();

    @Option(names = "--rounds", defaultValue = "3", description = "How often each is measured.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "How long each round takes.")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "For how many seconds each workload runs before the first round.")
    private int warmUp;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "16,64",
            description = "At how many at once.")
    private List<Integer> connections = List.of();

    @Option(
            names = "--grants",
            defaultValue = "1000000",
            description = "How many are added for the second half; 0 leaves it out.")
    private long grants;

    @Option(
            names = "--clients",
            defaultValue = "100000",
            description = "Of how many clients those are.")
    private long clients;

    @Option(
            names = "--heap",
            defaultValue = "1g",
            description = {
                "What the heap of each service may take:",
                "a number, and m or g behind it."
            })
    private String heap = "";

    @Option(
            names = "--pool",
            defaultValue = "16",
            description = "Connections to the database, of each service.")
    private int pool;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    BenchCommand(Path root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        new Bench(plan()).run();
        return 0;
    }

    private Plan plan() {
        if (!heap.matches("[1-9]\\d{0,4}[mg]")) {
            throw Failure.ofUsage("--heap is %s: say how much, as in 512m or 1g".formatted(heap));
        }
        return quick ? quickPlan() : wholePlan();
    }

    private Plan wholePlan() {
        return new Plan(
                root,
                false,
                only,
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                connections,
                List.of(1024),
                3,
                grants,
                clients,
                heap,
                pool);
    }

    private Plan quickPlan() {
        return new Plan(
                root,
                true,
                only.isEmpty() ? QUICKLY : only,
                1,
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                connections.subList(0, 1),
                List.of(),
                0,
                0,
                0,
                heap,
                pool);
    }
}
