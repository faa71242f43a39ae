package guichet.token.key;

import guichet.token.key.KnownKeys.Entry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

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
    KnownKeys load() {
        return new KnownKeys(listAll().stream().map(this::decrypted).toList());
    }

    /** The same as {@link KnownKeys#entries()} of what would be loaded, for less. */
    @Transactional
    Set<Entry> entries() {
        return new HashSet<>(
                getEntityManager()
                        .createQuery("select kid, signsFrom from StoredKey", Entry.class)
                        .getResultList());
    }

    /**
     * Adds the first or the next key of each algorithm when it is due and forgets old ones; one
     * replica at a time.
     */
    @Transactional
    void rotate(KeySchedule schedule) {
        lock();
        Instant now = clock.instant();
        KnownKeys keys = load();
        // An algorithm that is added to a running suite: validators have copies without it.
        Instant begin = keys.isEmpty() ? now : schedule.announced(now);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            List<SigningKey> chain = keys.chain(algorithm);
            Instant latest =
                    chain.isEmpty() ? add(algorithm, now, begin) : chain.getLast().signsFrom();
            schedule.due(latest, now).ifPresent(signsFrom -> add(algorithm, now, signsFrom));
            schedule.forgettable(chain, now).forEach(this::forget);
        }
    }

    private void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", ROTATION_LOCK)
                .getSingleResult();
    }

    private Instant add(SignatureAlgorithm algorithm, Instant now, Instant signsFrom) {
        var key = FreshKey.generate(algorithm);
        byte[] encrypted = encryption.encrypt(key.kid(), key.privateKey().getEncoded());
        persist(new StoredKey(key, encrypted, now, signsFrom));
        AUDIT.infof(
                "signing key %s announced for %s, signs from %s",
                key.kid(), algorithm.value(), signsFrom);
        return signsFrom;
    }

    private void forget(SigningKey key) {
        deleteById(key.kid());
        AUDIT.infof("signing key %s retired: its last token has expired", key.kid());
    }

    private SigningKey decrypted(StoredKey stored) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.find(stored.algorithm).orElseThrow();
        byte[] encoded = encryption.decrypt(stored.kid, stored.encryptedPrivateKey);
        return new SigningKey(
                stored.kid,
                algorithm,
                privateKey(algorithm, encoded),
                publicKey(stored),
                stored.publicJwk,
                stored.createdAt,
                stored.signsFrom);
    }

    private static PrivateKey privateKey(SignatureAlgorithm algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm.keyFactory())
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is not for " + algorithm.value(), e);
        }
    }

    private static PublicKey publicKey(StoredKey stored) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(stored.publicJwk).getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("a stored JWK is malformed: " + stored.kid, e);
        }
    }
}
