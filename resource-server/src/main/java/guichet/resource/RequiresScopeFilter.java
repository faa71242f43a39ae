package guichet.resource;

import guichet.oauth.Reason;
import guichet.resource.PresentedToken.Bearer;
import guichet.resource.PresentedToken.Misplaced;
import guichet.resource.PresentedToken.Missing;
import guichet.resource.RequiresScope.Acting;
import guichet.resource.Verification.Invalid;
import guichet.resource.Verification.Unavailable;
import guichet.resource.Verification.Verified;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/** Lets a request through that bears a token with the scope which the endpoint names. */
@Singleton
@Unremovable
@Priority(Priorities.AUTHORIZATION)
class RequiresScopeFilter implements ContainerRequestFilter {
    private final AccessTokenVerifier verifier;
    private final CurrentAccessToken current;
    private final BearerChallenge challenge;
    private final ResourceInfo endpoint;

    RequiresScopeFilter(
            AccessTokenVerifier verifier,
            CurrentAccessToken current,
            BearerChallenge challenge,
            @Context ResourceInfo endpoint) {
        this.verifier = verifier;
        this.current = current;
        this.challenge = challenge;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        refusal(PresentedToken.of(request), rule()).ifPresent(request::abortWith);
    }

    private RequiresScope rule() {
        var onMethod = endpoint.getResourceMethod().getAnnotation(RequiresScope.class);
        return onMethod == null
                ? endpoint.getResourceClass().getAnnotation(RequiresScope.class)
                : onMethod;
    }

    private Optional<Response> refusal(PresentedToken presented, RequiresScope rule) {
        return switch (presented) {
            case Missing() -> Optional.of(challenge.missing(rule.value()));
            case Misplaced(var reason, var fault) ->
                    Optional.of(challenge.invalidRequest(reason, fault));
            case Bearer(var token) -> refusal(verifier.verify(token), rule);
        };
    }

    private Optional<Response> refusal(Verification verification, RequiresScope rule) {
        return switch (verification) {
            case Unavailable(var fault) -> Optional.of(challenge.unavailable(fault));
            case Invalid(var fault) -> Optional.of(challenge.invalidToken(fault));
            case Verified(var token) -> insufficiency(token, rule);
        };
    }

    private Optional<Response> insufficiency(VerifiedAccessToken token, RequiresScope rule) {
        if (!token.scope().contains(rule.value())) {
            return Optional.of(
                    challenge.insufficientScope(
                            Reason.SCOPE_INSUFFICIENT,
                            rule.value(),
                            "the token lacks the scope this needs"));
        }
        boolean rightActor =
                switch (rule.as()) {
                    case PERSON -> !token.actsAsApplication();
                    case APPLICATION -> token.actsAsApplication();
                    case EITHER -> true;
                };
        if (!rightActor) {
            return Optional.of(wrongActor(rule));
        }
        current.set(token);
        return Optional.empty();
    }

    private Response wrongActor(RequiresScope rule) {
        return rule.as() == Acting.PERSON
                ? challenge.insufficientScope(
                        Reason.PERSON_REQUIRED, rule.value(), "only a person's token opens this")
                : challenge.insufficientScope(
                        Reason.APPLICATION_REQUIRED,
                        rule.value(),
                        "only an application's own token opens this");
    }
}
