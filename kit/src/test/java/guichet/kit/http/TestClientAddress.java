package guichet.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.Optional;

/** An address without a request. */
public final class TestClientAddress extends ClientAddress {
    private TestClientAddress() {
        super(new CurrentVertxRequest());
    }

    /** What nothing is known of. */
    public static ClientAddress unknown() {
        return new TestClientAddress();
    }

    @Override
    public Optional<String> find() {
        return Optional.empty();
    }
}
