package guichet.kit.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLoopTest {
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventLoop eventLoop = new EventLoop(virtualThreads);

    /** On which threads the answer was worked out: whether it was a virtual one. */
    private final List<Boolean> threads = new ArrayList<>();

    @AfterEach
    void close() {
        virtualThreads.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_need_not_wait_is_answered_by_the_thread_that_brought_it() {
        assertThat(onEventLoop(() -> eventLoop.answer(this::told))).isEqualTo("told");
        assertThat(threads).containsExactly(false);
    }

    @Test
    void what_must_wait_is_begun_again_where_it_may() {
        assertThat(onEventLoop(() -> eventLoop.answer(this::toldAfterWaiting))).isEqualTo("told");
        assertThat(threads).containsExactly(false, true);
    }

    @Test
    void what_has_to_wait_anyway_is_not_begun_here() {
        assertThat(onEventLoop(() -> eventLoop.answerElsewhere(this::toldAfterWaiting)))
                .isEqualTo("told");
        assertThat(threads).containsExactly(true);
    }

    @Test
    void a_refusal_is_told_as_it_is() {
        assertThatThrownBy(() ->
                        onEventLoop(() ->
                                eventLoop.answer(() -> {
                                    throw new IllegalArgumentException("refused");
                                })))
                .hasRootCauseMessage("refused");
    }

    private String toldAfterWaiting() {
        String told = told();
        MustWait.unlessAllowed();
        return told;
    }

    private String told() {
        threads.add(Thread.currentThread().isVirtual());
        return "told";
    }

    private String onEventLoop(Supplier<Uni<String>> answer) {
        var told = new CompletableFuture<String>();
        vertx.runOnContext(_ -> {
            try {
                var _ = answer.get().subscribe().with(told::complete, told::completeExceptionally);
            } catch (RuntimeException refused) {
                told.completeExceptionally(refused);
            }
        });
        return told.join();
    }
}
