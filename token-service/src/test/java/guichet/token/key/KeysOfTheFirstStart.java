package guichet.token.key;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The keys as they were at the first start, for tests that change them or the time. */
@ApplicationScoped
public class KeysOfTheFirstStart {
    private final StoredKeys stored;
    private final CurrentKeys current;

    KeysOfTheFirstStart(StoredKeys stored, CurrentKeys current) {
        this.stored = stored;
        this.current = current;
    }

    /** Makes all keys anew. */
    public void restore() {
        QuarkusTransaction.requiringNew().run(stored::deleteAll);
        current.rotate();
    }
}
