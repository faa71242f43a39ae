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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The signing keys in the database. */
@ApplicationScoped
class StoredKeys implements PanacheRepositoryBase<StoredKey, String> {
    /** Any number that no other lock of this database has. */
    private static final long ROTATION_LOCK = 7_517L;

    private final KeyEncryption encryption;

    StoredKeys(KeyEncryption encryption) {
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

    /** Keeps other replicas from changing the keys until the transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", ROTATION_LOCK)
                .getSingleResult();
    }

    void add(SigningKey key) {
        byte[] encrypted = encryption.encrypt(key.kid(), key.privateKey().getEncoded());
        persist(new StoredKey(key, encrypted, encryption.keyId()));
    }

    /** Encrypts under the present key what is encrypted under another one; answers how many. */
    int encryptAnew() {
        List<StoredKey> others =
                list("encryptionKey is null or encryptionKey <> ?1", encryption.keyId());
        for (StoredKey stored : others) {
            stored.encryptedPrivateKey = encryption.encrypt(stored.kid, privateKey(stored));
            stored.encryptionKey = encryption.keyId();
        }
        return others.size();
    }

    private byte[] privateKey(StoredKey stored) {
        return encryption.decrypt(stored.kid, stored.encryptionKey, stored.encryptedPrivateKey);
    }

    /** Has a key sign from another time on. */
    void advance(String kid, Instant signsFrom) {
        findById(kid).signsFrom = signsFrom;
    }

    private SigningKey decrypted(StoredKey stored) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.find(stored.algorithm).orElseThrow();
        byte[] encoded = privateKey(stored);
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
