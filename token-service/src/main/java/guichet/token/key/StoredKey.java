package guichet.token.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signing key at rest, its private half encrypted. */
@Entity
@Table(name = "signing_key")
class StoredKey {
    /** The JWK thumbprint, RFC 7638. */
    @Id
    @Column(name = "kid")
    String kid;

    @Column(name = "algorithm", nullable = false, updatable = false)
    String algorithm;

    @Column(name = "public_jwk", nullable = false, updatable = false)
    String publicJwk;

    @Column(name = "encrypted_private_key", nullable = false)
    byte[] encryptedPrivateKey;

    /** Under which key of the settings; null from an earlier version. */
    @Column(name = "encryption_key")
    @Nullable String encryptionKey;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "signs_from", nullable = false)
    Instant signsFrom;

    /** For Hibernate. */
    protected StoredKey() {}

    StoredKey(SigningKey key, byte[] encryptedPrivateKey, String encryptionKey) {
        this.kid = key.kid();
        this.algorithm = key.algorithm().value();
        this.publicJwk = key.publicJwk();
        this.encryptedPrivateKey = encryptedPrivateKey;
        this.encryptionKey = encryptionKey;
        this.createdAt = key.createdAt();
        this.signsFrom = key.signsFrom();
    }
}
