package guichet.authorization.protocol.code;

import guichet.authorization.protocol.grant.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authorization code, RFC 6749 §4.1.2; only its SHA-256 is kept. */
@Entity
@Table(name = "authorization_code")
class AuthorizationCode {
    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "grant_id", nullable = false, updatable = false)
    UUID grantId;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "redirect_uri", updatable = false)
    @Nullable String redirectUri;

    @Column(name = "code_challenge", updatable = false)
    @Nullable String codeChallenge;

    @Column(name = "nonce", updatable = false)
    @Nullable String nonce;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    @Column(name = "spent_at")
    @Nullable Instant spentAt;

    /** For Hibernate. */
    protected AuthorizationCode() {}

    AuthorizationCode(
            String sha256,
            Grant grant,
            CodeBinding binding,
            Optional<String> nonce,
            Instant expiresAt) {
        this.sha256 = sha256;
        this.grantId = grant.id();
        this.clientId = grant.clientId();
        this.nonce = nonce.orElse(null);
        this.redirectUri = binding.redirectUri().orElse(null);
        this.codeChallenge = binding.codeChallenge().orElse(null);
        this.expiresAt = expiresAt;
    }

    CodeBinding binding() {
        return new CodeBinding(
                Optional.ofNullable(redirectUri), Optional.ofNullable(codeChallenge));
    }
}
