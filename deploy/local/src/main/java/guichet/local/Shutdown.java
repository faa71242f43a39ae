package guichet.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: tells the main thread, and keeps the virtual machine until it has stopped
 * all. In force before anything starts, so that a start can be broken off too.
 */
final class Shutdown implements AutoCloseable {
    private final Thread main = Thread.currentThread();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    static Shutdown onSignal() {
        var shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(shutdown::run));
        return shutdown;
    }

    private void run() {
        asked.countDown();
        main.interrupt();
        try {
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits; answers whether it has been asked for. */
    boolean isAskedWithin(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
