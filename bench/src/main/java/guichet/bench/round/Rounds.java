package guichet.bench.round;

import guichet.bench.issuer.Issuer;
import guichet.bench.issuer.Workload;
import guichet.bench.load.Answers;
import guichet.bench.load.Wrk;
import guichet.bench.machine.ProcessTree;
import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures one issuer by a plan. */
public final class Rounds {
    private final Plan plan;
    private final Wrk wrk;
    private final Issuer issuer;
    private final Consumer<String> progress;
    private final List<Series> others = new ArrayList<>();
    private final Map<Key, List<Measurement>> measurements = new LinkedHashMap<>();

    /**
     * @param progress is told each step
     */
    public Rounds(Plan plan, Wrk wrk, Issuer issuer, Consumer<String> progress) {
        this.plan = plan;
        this.wrk = wrk;
        this.issuer = issuer;
        this.progress = progress;
    }

    /** Measures all of it. */
    public Results run() {
        Quiet.await(processes());
        memory("idle");
        starts();
        workloads().forEach(this::warmUp);
        rounds(Phase.EMPTY);
        memory("after load");
        if (!plan.quick()) {
            progress.accept("what else there is of " + issuer.name());
            others.addAll(issuer.others());
        }
        if (plan.grants() > 0) {
            grown();
        }
        return new Results(issuer.name(), points(), List.copyOf(others));
    }

    private void grown() {
        progress.accept(
                "putting %,d grants of %,d clients into the database"
                        .formatted(plan.grants(), plan.clients()));
        issuer.fill(plan.grants(), plan.clients());
        rounds(Phase.GROWN);
        memory("after growth and load");
    }

    private void starts() {
        List<Double> took = Stream.generate(this::start).limit(plan.starts()).toList();
        if (took.isEmpty()) {
            return;
        }
        var series = new Series("from start to first token", "ms", took);
        progress.accept("%s: %.0f ms".formatted(series.name(), series.median()));
        others.add(series);
    }

    private double start() {
        double took = issuer.firstToken().toMillis();
        Quiet.await(processes());
        return took;
    }

    private void memory(String when) {
        for (ProcessTree process : processes()) {
            others.add(
                    new Series(
                            "memory of %s, %s".formatted(process.name(), when),
                            "MB",
                            List.of(process.megabytes())));
        }
    }

    private List<Workload> workloads() {
        return issuer.workloads().stream().filter(it -> plan.wants(it.name())).toList();
    }

    private void warmUp(Workload workload) {
        int connections = workload.connections().getFirst();
        Answers answers = wrk.send(workload.loads().at(connections), connections, plan.warmUp());
        progress.accept("warm-up %s: %,.0f/s".formatted(workload.name(), answers.perSecond()));
    }

    private void rounds(Phase phase) {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Workload workload : workloads()) {
                for (int connections : workload.connections()) {
                    measure(round, workload, new Key(phase, workload.name(), connections));
                }
            }
        }
    }

    private void measure(int round, Workload workload, Key key) {
        var load = workload.loads().at(key.connections());
        Duration duration = plan.round();
        var meter = new Meter(processes(), issuer.database(), !plan.quick());
        var measured = meter.measure(() -> wrk.send(load, key.connections(), duration));
        measurements.computeIfAbsent(key, _ -> new ArrayList<>()).add(measured);
        progress.accept(
                "round %d of %d, %s, %d connections: %,.0f/s"
                        .formatted(
                                round,
                                plan.rounds(),
                                key.workload(),
                                key.connections(),
                                measured.perSecond()));
    }

    private List<ProcessTree> processes() {
        var all = new ArrayList<>(issuer.processes());
        all.add(issuer.database().processes());
        return all;
    }

    private List<Point> points() {
        return measurements.entrySet().stream()
                .map(each ->
                        new Point(
                                each.getKey().phase(),
                                each.getKey().workload(),
                                each.getKey().connections(),
                                List.copyOf(each.getValue())))
                .toList();
    }

    private record Key(Phase phase, String workload, int connections) {}
}
