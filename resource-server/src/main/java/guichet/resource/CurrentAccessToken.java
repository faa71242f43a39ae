package guichet.resource;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The access token of the request being served, for endpoints with {@link RequiresScope}. */
@RequestScoped
public class CurrentAccessToken {
    private @Nullable VerifiedAccessToken token;

    void set(VerifiedAccessToken verified) {
        this.token = verified;
    }

    /**
     * The token.
     *
     * @throws IllegalStateException on an endpoint without {@link RequiresScope}
     */
    public VerifiedAccessToken get() {
        if (token == null) {
            throw new IllegalStateException("this endpoint lacks @RequiresScope");
        }
        return token;
    }
}
