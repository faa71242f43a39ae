package guichet.registry.registration;

import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registry.client.Clients;
import guichet.registry.client.Credentials;
import guichet.registry.client.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what applications say of themselves, if nothing can be said against it any more. */
@ApplicationScoped
class Registrations {
    private final RegistrationAuthorization registrationAuthorization;
    private final OfferCheck offerCheck;
    private final Clients clients;

    Registrations(
            RegistrationAuthorization registrationAuthorization,
            OfferCheck offerCheck,
            Clients clients) {
        this.registrationAuthorization = registrationAuthorization;
        this.offerCheck = offerCheck;
        this.clients = clients;
    }

    /**
     * Stores a new client; a use of its initial access token is taken with it, or not at all.
     *
     * @param authorization the header with that token; null without one
     * @throws OAuthException when an API went since the metadata was read, or others took the last
     *     use of the token
     */
    @Transactional
    Credentials add(TakenMetadata taken, @Nullable String authorization) {
        offerCheck.require(taken.metadata());
        if (authorization != null && !registrationAuthorization.spend(authorization)) {
            throw wrongToken();
        }
        Optional<Voucher> voucher =
                authorization == null ? taken.voucher() : Optional.of(Voucher.INITIAL_ACCESS_TOKEN);
        return clients.add(taken.metadata(), voucher);
    }

    /**
     * Replaces what a client registered.
     *
     * @param token its registration access token
     * @throws OAuthException when an API went since the metadata was read, or that token ended
     */
    @Transactional
    Credentials replace(String clientId, OpaqueToken token, TakenMetadata taken) {
        offerCheck.require(taken.metadata());
        return clients.replace(clientId, token, taken.metadata(), taken.voucher());
    }

    static OAuthException wrongToken() {
        return Reason.INITIAL_ACCESS_TOKEN_WRONG.refuse(
                "this is not an initial access token of this deployment, or no longer");
    }
}
