package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the services of a stack as they are wanted, while the rest goes on: what ended by itself is
 * started again, what somebody stopped at another terminal stays so until it is wanted again.
 */
final class Supervisor {
    private final Map<Service, ServiceProcess> processes;
    private final Consumer<Service> launcher;
    private final Stopped stopped;
    private final Clock clock;
    private final Consumer<String> progress;

    private final Map<Service, Revival> revivals = new EnumMap<>(Service.class);
    private final Set<Service> ended = EnumSet.noneOf(Service.class);
    private final Set<Service> resting = EnumSet.noneOf(Service.class);
    private final Set<Service> starting = EnumSet.noneOf(Service.class);

    /**
     * Looks after nothing yet.
     *
     * @param processes those that were started, kept up by the launcher
     * @param launcher starts one and does not wait until it is ready
     * @param progress is told what is done, for the one who started the stack
     */
    Supervisor(
            Map<Service, ServiceProcess> processes,
            Consumer<Service> launcher,
            Stopped stopped,
            Clock clock,
            Consumer<String> progress) {
        this.processes = processes;
        this.launcher = launcher;
        this.stopped = stopped;
        this.clock = clock;
        this.progress = progress;
    }

    /** Looks at each service once, and does what is due. */
    void look() {
        List.copyOf(processes.values()).forEach(this::look);
    }

    private void look(ServiceProcess process) {
        Service service = process.service();
        if (stopped.contains(service)) {
            rest(process);
        } else if (resting.remove(service)) {
            launch(service, Revival.none(clock.instant()));
        } else if (!process.isAlive()) {
            revive(process);
        } else if (starting.contains(service) && process.health().isReady()) {
            starting.remove(service);
            progress.accept(service.module() + " is ready again");
        }
    }

    private void rest(ServiceProcess process) {
        Service service = process.service();
        if (resting.add(service)) {
            ended.remove(service);
            process.requestStop();
            process.awaitStop();
            progress.accept(service.module() + " is stopped");
        }
    }

    private void revive(ServiceProcess process) {
        Service service = process.service();
        Instant now = clock.instant();
        Revival last = revivals.getOrDefault(service, Revival.none(Instant.MIN));
        if (ended.add(service)) {
            Revival next = last.after(now);
            revivals.put(service, next);
            progress.accept(
                    "%s ended (exit code %d); starting it again in %d s; its log is %s"
                            .formatted(
                                    service.module(),
                                    process.exitCode(),
                                    Duration.between(now, next.at()).toSeconds(),
                                    process.log().file()));
        } else if (!now.isBefore(last.at())) {
            launch(service, last);
        }
    }

    private void launch(Service service, Revival revival) {
        ended.remove(service);
        revivals.put(service, revival);
        starting.add(service);
        try {
            launcher.accept(service);
        } catch (Failure failure) { // its jar is being built anew: the next look tries again
            progress.accept(failure.getMessage());
        }
    }
}
