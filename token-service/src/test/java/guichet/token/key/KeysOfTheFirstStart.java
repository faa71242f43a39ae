package guichet.token.key;

import guichet.token.key.KnownKeys.Entry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The keys as they were at the first start, for tests that change them or the time. */
@ApplicationScoped
public class KeysOfTheFirstStart {
    private final StoredKeys stored;
    private final CurrentKeys current;
    private volatile Set<Entry> restored = Set.of();

    KeysOfTheFirstStart(StoredKeys stored, CurrentKeys current) {
        this.stored = stored;
        this.current = current;
    }

    /** Makes all keys anew, unless nothing has changed since it last did. */
    public void restore() {
        if (!stored.entries().equals(restored)) {
            QuarkusTransaction.requiringNew().run(stored::deleteAll);
            current.rotate();
            restored = stored.entries();
        }
    }
}
