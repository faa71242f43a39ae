package guichet.resource;

import guichet.oauth.OAuthError;
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
import java.io.IOException;
import java.util.Optional;

/** Lets a request through that bears a token with the scope which the endpoint names. */
@Singleton
@Unremovable
@Priority(Priorities.AUTHORIZATION)
class RequiresScopeFilter implements ContainerRequestFilter {
    private static final OAuthError MISSING =
            Reason.TOKEN_MISSING.error("send an access token in the header Authorization: Bearer");

    private final AccessTokenVerifier verifier;
    private final CurrentAccessToken current;
    private final Refusals refusals;
    private final ResourceInfo endpoint;

    RequiresScopeFilter(
            AccessTokenVerifier verifier,
            CurrentAccessToken current,
            Refusals refusals,
            @Context ResourceInfo endpoint) {
        this.verifier = verifier;
        this.current = current;
        this.refusals = refusals;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        refusal(PresentedToken.of(request), rule())
                .map(refusals::answer)
                .ifPresent(request::abortWith);
    }

    private RequiresScope rule() {
        var onMethod = endpoint.getResourceMethod().getAnnotation(RequiresScope.class);
        return onMethod == null
                ? endpoint.getResourceClass().getAnnotation(RequiresScope.class)
                : onMethod;
    }

    private Optional<OAuthError> refusal(PresentedToken presented, RequiresScope rule) {
        return switch (presented) {
            case Missing() -> Optional.of(MISSING.withScope(rule.value()));
            case Misplaced(var error) -> Optional.of(error);
            case Bearer(var token) -> refusal(verifier.verify(token), rule);
        };
    }

    private Optional<OAuthError> refusal(Verification verification, RequiresScope rule) {
        return switch (verification) {
            case Unavailable(var error) -> Optional.of(error);
            case Invalid(var error) -> Optional.of(error);
            case Verified(var token) -> insufficiency(token, rule);
        };
    }

    private Optional<OAuthError> insufficiency(VerifiedAccessToken token, RequiresScope rule) {
        if (!token.scope().contains(rule.value())) {
            return Optional.of(
                    Reason.SCOPE_INSUFFICIENT
                            .error("the token lacks the scope this needs")
                            .withScope(rule.value()));
        }
        boolean rightActor =
                switch (rule.as()) {
                    case PERSON -> !token.actsAsApplication();
                    case APPLICATION -> token.actsAsApplication();
                    case EITHER -> true;
                };
        if (!rightActor) {
            return Optional.of(wrongActor(rule).withScope(rule.value()));
        }
        current.set(token);
        return Optional.empty();
    }

    private static OAuthError wrongActor(RequiresScope rule) {
        return rule.as() == Acting.PERSON
                ? Reason.PERSON_REQUIRED.error("only a person's token opens this")
                : Reason.APPLICATION_REQUIRED.error("only an application's own token opens this");
    }
}
