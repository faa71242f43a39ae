package guichet.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** Shuts what is opened beyond so many connections: each holds memory, however little it says. */
final class ConnectionLimit implements Handler<HttpConnection> {
    private final AtomicInteger open = new AtomicInteger();
    private final int most;

    ConnectionLimit(int most) {
        this.most = most;
    }

    @Override
    public void handle(HttpConnection connection) {
        connection.closeHandler(_ -> open.decrementAndGet());
        if (open.incrementAndGet() > most) {
            connection.close();
        }
    }
}
