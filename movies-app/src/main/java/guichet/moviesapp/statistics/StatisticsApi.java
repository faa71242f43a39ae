package guichet.moviesapp.statistics;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Counts over all lists: the call bears a token that the application got for itself, with client
 * credentials (RFC 6749 §4.4), and keeps until it expires.
 */
@RegisterRestClient(configKey = "movies")
@OidcClientFilter
@Path("/stats_movies")
interface StatisticsApi {
    @GET
    Counts statistics();
}
