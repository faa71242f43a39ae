package guichet.authorization.protocol.logout;

import guichet.oauth.FormEncoding;
import guichet.oauth.OpaqueToken;
import guichet.outside.OutsideCalls;
import guichet.outside.OutsideFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** The clients' addresses for logout tokens, Back-Channel Logout 1.0 §2.5. */
@ApplicationScoped
class LogoutReceivers {
    private final OutsideCalls outside;

    LogoutReceivers(OutsideCalls outside) {
        this.outside = outside;
    }

    /**
     * Hands a token over.
     *
     * @throws OutsideFailure if it was not taken by 200 or 204, §2.8
     */
    void tell(URI address, OpaqueToken logoutToken) throws OutsideFailure {
        outside.post(address, FormEncoding.of(Map.of("logout_token", logoutToken.reveal())));
    }
}
