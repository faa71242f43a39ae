package guichet.moviesapp.myfilms;

import io.quarkus.oidc.AccessTokenCredential;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Has a call to the API bear the access token of whoever is signed in, RFC 6750 §2.1. */
@Singleton
class PersonsToken implements ClientRequestFilter {
    private final AccessTokenCredential token;

    PersonsToken(AccessTokenCredential token) {
        this.token = token;
    }

    @Override
    public void filter(ClientRequestContext call) {
        call.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
    }
}
