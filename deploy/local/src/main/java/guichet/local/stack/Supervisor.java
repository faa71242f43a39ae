package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps the services of a stack as they are wanted, while the rest goes on: what ended by itself is
 * started again, what somebody stopped at another terminal stays so until it is wanted again.
 */
final class Supervisor {
    private final Map<Service, ServiceProcess> processes;
    private final Consumer<Service> launcher;
    private final Stopped stopped;
    private final InstantSource clock;
    private final Consumer<String> progress;

    private final Map<Service, Revival> revivals = new EnumMap<>(Service.class);
    private final Map<Service, Phase> phases = new EnumMap<>(Service.class);

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
            InstantSource clock,
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
        Phase phase = phases.getOrDefault(service, Phase.RUNNING);
        if (stopped.contains(service)) {
            if (phase != Phase.STOPPED) {
                stop(process);
            }
        } else if (phase == Phase.STOPPED) {
            launch(service, Revival.none(clock.instant()));
        } else if (!process.isAlive()) {
            revive(process, phase);
        } else if (phase == Phase.STARTING && process.health().isReady()) {
            phases.put(service, Phase.RUNNING);
            progress.accept(service.module() + " is ready again");
        }
    }

    private void stop(ServiceProcess process) {
        phases.put(process.service(), Phase.STOPPED);
        process.requestStop();
        process.awaitStop();
        progress.accept(process.service().module() + " is stopped");
    }

    private void revive(ServiceProcess process, Phase phase) {
        Service service = process.service();
        Instant now = clock.instant();
        Revival last = revivals.getOrDefault(service, Revival.none(Instant.MIN));
        if (phase != Phase.ENDED) {
            Revival next = last.after(now);
            await(service, next);
            progress.accept(
                    "%s ended (exit code %d); starting it again in %d s; its log is %s"
                            .formatted(
                                    service.module(),
                                    process.exitCode(),
                                    seconds(now, next),
                                    process.log().file()));
        } else if (!now.isBefore(last.at())) {
            launch(service, last);
        }
    }

    private void await(Service service, Revival next) {
        phases.put(service, Phase.ENDED);
        revivals.put(service, next);
    }

    private void launch(Service service, Revival revival) {
        phases.put(service, Phase.STARTING);
        revivals.put(service, revival);
        try {
            launcher.accept(service);
        } catch (Failure failure) { // its jar is being built anew, say
            Instant now = clock.instant();
            Revival next = revival.after(now);
            await(service, next);
            progress.accept(
                    "%s; trying again in %d s".formatted(failure.getMessage(), seconds(now, next)));
        }
    }

    private static long seconds(Instant now, Revival next) {
        return Duration.between(now, next.at()).toSeconds();
    }

    private enum Phase {
        RUNNING,
        /** Not ready yet since it was started again. */
        STARTING,
        /** By itself: it is to be started again. */
        ENDED,
        /** Because somebody wanted it. */
        STOPPED
    }
}
