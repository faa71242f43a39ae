package com.example.seats;

import guichet.resource.CurrentAccessToken;
import guichet.resource.RequiresScope;
import guichet.resource.RequiresScope.Acting;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The seats of a cinema: anybody's application may see them, people book theirs. */
@Path("/seats")
@RunOnVirtualThread
public class SeatsEndpoint {
    private final CurrentAccessToken token;

    SeatsEndpoint(CurrentAccessToken token) {
        this.token = token;
    }

    @GET
    @PermissionsAllowed("seats:read")
    public String free() {
        return "12 seats are free";
    }

    @GET
    @Path("mine")
    @RequiresScope(value = "seats:book", as = Acting.PERSON)
    public String mine() {
        return "a seat of " + token.get().subject(); // whom the token names, never a parameter
    }
}
