package guichet.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessTreeTest {
    private final ProcessTree here = new ProcessTree("here", ProcessHandle.current().pid());

    @Test
    void what_a_process_computes_is_counted() {
        double before = here.processorSeconds();

        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(here.processorSeconds() - before).isGreaterThan(0.05);
        assertThat(Processors.busySeconds()).isGreaterThan(0);
    }

    @Test
    void what_its_children_have_in_memory_is_counted() throws IOException {
        double before = here.megabytes();

        var child = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(before).isGreaterThan(10);
            assertThat(new ProcessTree("child", child.pid()).megabytes()).isBetween(0.1, 10.0);
            assertThat(here.megabytes()).isGreaterThan(10);
        } finally {
            child.destroy();
        }
    }

    @Test
    void a_process_that_has_ended_takes_nothing() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(new ProcessTree("ended", ended.pid()).processorSeconds()).isZero();
    }
}
