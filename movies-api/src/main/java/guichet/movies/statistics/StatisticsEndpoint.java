package guichet.movies.statistics;

import static guichet.resource.RequiresScope.Acting.APPLICATION;

import guichet.resource.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Statistics on all lists, for applications acting as themselves. */
@Path("/stats_movies")
@RunOnVirtualThread
class StatisticsEndpoint {
    private final StatisticsQueries queries;

    StatisticsEndpoint(StatisticsQueries queries) {
        this.queries = queries;
    }

    @GET
    @RequiresScope(value = "stats:read", as = APPLICATION)
    public Statistics statistics() {
        return queries.all();
    }
}
