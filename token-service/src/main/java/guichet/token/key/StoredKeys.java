package guichet.token.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** The signing keys in the database. */
@ApplicationScoped
class StoredKeys implements PanacheRepositoryBase<StoredKey, String> {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");

    /** Any number that no other lock of this database has. */
    private static final long ROTATION_LOCK = 7_517L;

    private final Clock clock;
    private final KeyEncryption encryption;

    StoredKeys(Clock clock, KeyEncryption encryption) {
        this.clock = clock;
        this.encryption = encryption;
    }

    @Transactional
    List<SigningKey> load() {
        return listAll().stream().map(this::decrypted).toList();
    }

    /**
     * Adds the first or the next key when it is due and forgets old ones; one replica at a time.
     */
    @Transactional
    void rotate(KeySchedule schedule) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", ROTATION_LOCK)
                .getSingleResult();
        Instant now = clock.instant();
        List<SigningKey> keys = load();
        if (keys.isEmpty()) {
            add(now, now);
        }
        schedule.due(keys, now).ifPresent(signsFrom -> add(now, signsFrom));
        schedule.forgettable(keys, now).forEach(this::forget);
    }

    private void add(Instant now, Instant signsFrom) {
        var key = FreshKey.generate();
        byte[] encrypted = encryption.encrypt(key.kid(), key.privateKey().getEncoded());
        persist(new StoredKey(key, encrypted, now, signsFrom));
        AUDIT.infof("signing key %s announced, signs from %s", key.kid(), signsFrom);
    }

    private void forget(String kid) {
        deleteById(kid);
        AUDIT.infof("signing key %s retired: its last token has expired", kid);
    }

    private SigningKey decrypted(StoredKey stored) {
        byte[] encoded = encryption.decrypt(stored.kid, stored.encryptedPrivateKey);
        return new SigningKey(
                stored.kid,
                privateKey(encoded),
                stored.publicJwk,
                stored.createdAt,
                stored.signsFrom);
    }

    private static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is not an EC key", e);
        }
    }
}
