package guichet.resource;

import guichet.resource.RequiresScope.Acting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;

/** An API as small as can be; each endpoint answers whom the token names. */
@Path("/box")
@Produces(MediaType.TEXT_PLAIN)
class BoxEndpoint {
    private final CurrentAccessToken token;

    BoxEndpoint(CurrentAccessToken token) {
        this.token = token;
    }

    @GET
    @RunOnVirtualThread
    @RequiresScope("box:read")
    public String open() {
        return token.get().subject();
    }

    @GET
    @Path("/own")
    @RequiresScope(value = "box:read", as = Acting.PERSON)
    public String own() {
        return token.get().subject();
    }

    @GET
    @Path("/all")
    @RequiresScope(value = "box:read", as = Acting.APPLICATION)
    public String all() {
        return token.get().clientId();
    }

    @GET
    @Path("/reactive")
    @RequiresScope("box:read")
    public Uni<String> reactive() {
        return Uni.createFrom().item(token.get().subject());
    }

    @POST
    @RunOnVirtualThread
    @RequiresScope("box:read")
    public String put(@RestForm String thing) {
        return thing;
    }

    @GET
    @Path("/careless")
    @PermitAll
    public String careless() {
        return token.get().subject();
    }
}
