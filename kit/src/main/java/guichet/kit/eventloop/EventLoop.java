package guichet.kit.eventloop;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Has requests answered by the thread that brought them, as long as that need not wait. */
@ApplicationScoped
public class EventLoop {
    private final ExecutorService virtualThreads;

    EventLoop(@VirtualThreads ExecutorService virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    /**
     * An answer that seldom has to wait.
     *
     * @param answer is begun again on a virtual thread when it {@link MustWait}: until then it has
     *     to leave everything as it was
     */
    public <T> Uni<T> answer(Supplier<T> answer) {
        try {
            return Uni.createFrom().item(answer.get());
        } catch (MustWait _) {
            return answerElsewhere(answer);
        }
    }

    /** One that has to: on a virtual thread from the beginning. */
    public <T> Uni<T> answerElsewhere(Supplier<T> answer) {
        return Uni.createFrom().item(answer).runSubscriptionOn(virtualThreads);
    }
}
