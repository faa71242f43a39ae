package guichet.local.stack;

import static guichet.local.stack.Service.MOVIES;
import static guichet.local.stack.Service.TOKEN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that end, and services that somebody stops, with processes that only sleep. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupervisorTest {
    @TempDir Path data;

    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean built = true;

    private Stopped stopped;
    private Supervisor supervisor;

    @BeforeEach
    void startTwo() {
        stopped = new Stopped(data);
        supervisor = new Supervisor(processes, this::launch, stopped, () -> now, told::add);
        launch(TOKEN);
        launch(MOVIES);
    }

    @AfterEach
    void endAll() {
        processes.values().forEach(ServiceProcess::kill);
    }

    @Test
    void what_runs_is_left_alone() {
        var before = Map.copyOf(processes);

        supervisor.look();

        assertThat(processes).isEqualTo(before);
        assertThat(told).isEmpty();
    }

    @Test
    void what_ended_is_started_again_a_second_later_and_the_rest_goes_on() {
        ServiceProcess other = of(MOVIES);
        of(TOKEN).kill();

        supervisor.look();
        assertThat(of(TOKEN).isAlive()).isFalse();
        now = now.plus(Duration.ofSeconds(1));
        supervisor.look();

        assertThat(of(TOKEN).isAlive()).isTrue();
        assertThat(of(MOVIES)).isSameAs(other);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("token-service ended (exit code 137)", "in 1 s", "token-service.log");
    }

    @Test
    void what_ends_again_and_again_is_started_ever_later() {
        for (int seconds : List.of(1, 2, 4)) {
            of(TOKEN).kill();
            supervisor.look();
            assertThat(told.getLast()).contains("in %d s".formatted(seconds));
            now = now.plus(Duration.ofSeconds(seconds));
            supervisor.look();
            assertThat(of(TOKEN).isAlive()).isTrue();
        }
    }

    @Test
    void what_somebody_stops_ends_and_stays_so() {
        stopped.add(TOKEN);

        supervisor.look();
        now = now.plus(Duration.ofHours(1));
        supervisor.look();

        assertThat(of(TOKEN).isAlive()).isFalse();
        assertThat(of(MOVIES).isAlive()).isTrue();
        assertThat(told).containsExactly("token-service is stopped");
    }

    @Test
    void what_is_wanted_again_is_started_at_once() {
        stopped.add(TOKEN);
        supervisor.look();

        stopped.remove(TOKEN);
        supervisor.look();

        assertThat(of(TOKEN).isAlive()).isTrue();
    }

    @Test
    void a_start_that_fails_is_told_and_tried_again() {
        of(TOKEN).kill();
        supervisor.look();
        built = false;
        now = now.plus(Duration.ofSeconds(1));
        supervisor.look();

        built = true;
        supervisor.look();
        assertThat(of(TOKEN).isAlive()).isFalse();
        now = now.plus(Duration.ofSeconds(2));
        supervisor.look();

        assertThat(of(TOKEN).isAlive()).isTrue();
        assertThat(told.getLast()).isEqualTo("token-service is not built; trying again in 2 s");
        assertThat(told).hasSize(2);
    }

    private ServiceProcess of(Service service) {
        return requireNonNull(processes.get(service));
    }

    private void launch(Service service) {
        if (!built) {
            throw new Failure(service.module() + " is not built");
        }
        try {
            Path log = service.log(data);
            processes.put(
                    service,
                    new ServiceProcess(
                            service,
                            new ProcessBuilder("sleep", "60").start(),
                            ServiceLog.fromNow(log),
                            Health.at(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
