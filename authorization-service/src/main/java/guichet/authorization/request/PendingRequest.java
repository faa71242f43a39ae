package guichet.authorization.request;

import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that waits for a person; the browser that made it has the handle. */
@Entity
@Table(name = "pending_request")
class PendingRequest {
    @Id
    @Column(name = "sha256")
    String sha256;

    /** Null until the first browser comes with the handle. */
    @Column(name = "browser_sha256")
    @Nullable String browserSha256;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "redirect_uri", nullable = false, updatable = false)
    String redirectUri;

    @Column(name = "redirect_uri_given", nullable = false, updatable = false)
    boolean redirectUriGiven;

    @Column(name = "scope", nullable = false, updatable = false)
    String scope;

    @Column(name = "state", updatable = false)
    @Nullable String state;

    @Column(name = "code_challenge", updatable = false)
    @Nullable String codeChallenge;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** For Hibernate. */
    protected PendingRequest() {}

    PendingRequest(
            String sha256,
            @Nullable String browserSha256,
            AuthorizationRequest request,
            Instant expiresAt) {
        this.sha256 = sha256;
        this.browserSha256 = browserSha256;
        this.clientId = request.clientId();
        this.redirectUri = request.redirectUri();
        this.redirectUriGiven = request.redirectUriGiven();
        this.scope = request.scope().toString();
        this.state = request.state().orElse(null);
        this.codeChallenge = request.codeChallenge().orElse(null);
        this.expiresAt = expiresAt;
    }

    AuthorizationRequest request() {
        return new AuthorizationRequest(
                clientId,
                redirectUri,
                redirectUriGiven,
                Scope.parse(scope),
                Optional.ofNullable(state),
                Optional.ofNullable(codeChallenge));
    }
}
