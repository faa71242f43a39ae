package guichet.resource;

import guichet.oauth.BearerChallenge;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.resource.RequiresScope.Acting;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** Lets a request through that bears a token with the scope which the endpoint names. */
@ApplicationScoped // filters are made before the settings are there
@Unremovable
@Priority(Priorities.AUTHORIZATION)
class RequiresScopeFilter implements ContainerRequestFilter {
    private final AccessTokenVerifier verifier;
    private final CurrentAccessToken current;
    private final ResourceInfo endpoint;
    private final BearerChallenge api;

    RequiresScopeFilter(
            AccessTokenVerifier verifier,
            CurrentAccessToken current,
            @Context ResourceInfo endpoint,
            ResourceConfig config) {
        this.verifier = verifier;
        this.current = current;
        this.endpoint = endpoint;
        this.api =
                BearerChallenge.ofApi(
                        config.identifier(), ResourceMetadata.addressFor(config.identifier()));
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        RequiresScope rule = rule();
        try {
            VerifiedAccessToken token = verifier.verify(PresentedToken.of(request));
            check(token, rule);
            current.set(token);
        } catch (OAuthException refusal) {
            throw refusal.error().withChallenge(api.with("scope", rule.value())).refuse();
        }
    }

    private RequiresScope rule() {
        var onMethod = endpoint.getResourceMethod().getAnnotation(RequiresScope.class);
        return onMethod == null
                ? endpoint.getResourceClass().getAnnotation(RequiresScope.class)
                : onMethod;
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
}
