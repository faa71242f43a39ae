package guichet.moviesapp.film;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The API's catalogue, which is open: no token goes with the call. */
@RegisterRestClient(configKey = "movies")
@Path("/movies")
interface CatalogueApi {
    @GET
    FilmPage search(@RestQuery String q, @RestQuery int page);
}
