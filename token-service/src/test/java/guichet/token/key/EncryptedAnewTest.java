package guichet.token.key;

import static guichet.kit.audit.AuditEvent.SIGNING_KEYS_ENCRYPTED_ANEW;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.audit.AuditCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EncryptedAnewTest {
    private final KeyRotation rotation;
    private final StoredKeys stored;

    EncryptedAnewTest(KeyRotation rotation, StoredKeys stored) {
        this.rotation = rotation;
        this.stored = stored;
    }

    @Test
    void that_keys_were_encrypted_anew_is_told_once_and_how_many_there_were() {
        int keys =
                QuarkusTransaction.requiringNew()
                        .call(() -> stored.update("encryptionKey = null where 1 = 1"));

        try (var audit = new AuditCapture()) {
            rotation.encryptAnew();
            rotation.encryptAnew();

            assertThat(audit.event(SIGNING_KEYS_ENCRYPTED_ANEW).get("count").asText())
                    .isEqualTo(Integer.toString(keys));
        }
    }
}
