package guichet.resource;

import guichet.oauth.BearerChallenge;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.resource.RequiresScope.Acting;
import guichet.resource.RequiresScope.Audience;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Lets a request through that bears a token with the scope which the endpoint names. */
@ApplicationScoped // filters are made before the settings are there
@Unremovable
@Priority(Priorities.AUTHORIZATION)
class RequiresScopeFilter implements ContainerRequestFilter {
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest http;
    private final ResourceInfo endpoint;
    private final BearerChallenge api;

    RequiresScopeFilter(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest http,
            @Context ResourceInfo endpoint,
            ResourceConfig config) {
        this.identities = identities;
        this.http = http;
        this.endpoint = endpoint;
        this.api = ResourceMetadata.challenge(config);
    }

    /** Waits for who calls without holding the thread, which may be an event loop. */
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        RequiresScope rule = rule();
        var waiting = (ResteasyReactiveContainerRequestContext) request;
        PresentedToken.expect(rule.audience(), request, http.getCurrent());
        waiting.suspend();
        identities
                .getDeferredIdentity()
                .invoke(caller -> enter(caller, rule))
                .subscribe()
                .with(_ -> waiting.resume(), failure -> waiting.resume(told(failure, rule)));
    }

    private RequiresScope rule() {
        var onMethod = endpoint.getResourceMethod().getAnnotation(RequiresScope.class);
        return onMethod == null
                ? endpoint.getResourceClass().getAnnotation(RequiresScope.class)
                : onMethod;
    }

    private void enter(SecurityIdentity caller, RequiresScope rule) {
        if (!(caller.getPrincipal() instanceof VerifiedAccessToken token)) {
            throw TokenFault.MISSING.refuse();
        }
        check(token, rule);
        identities.setIdentity(caller); // so that nobody has to wait for it again
    }

    private static void check(VerifiedAccessToken token, RequiresScope rule) {
        if (!token.scope().contains(rule.value())) {
            throw Reason.SCOPE_INSUFFICIENT.refuse(
                    "the token lacks the scope %s, which this needs", rule.value());
        }
        if (rule.as() == Acting.PERSON && token.actsAsApplication()) {
            throw Reason.PERSON_REQUIRED.refuse("only a person's token opens this");
        }
        if (rule.as() == Acting.APPLICATION && !token.actsAsApplication()) {
            throw Reason.APPLICATION_REQUIRED.refuse("only an application's own token opens this");
        }
    }

    private Throwable told(Throwable failure, RequiresScope rule) {
        BearerChallenge own =
                rule.audience() == Audience.API
                        ? api.with("scope", rule.value())
                        : BearerChallenge.PLAIN;
        Throwable fault =
                failure instanceof AuthenticationFailedException ? failure.getCause() : failure;
        return fault instanceof OAuthException refusal
                ? refusal.error().withChallenge(own).refuse()
                : failure;
    }
}
