package guichet.resource;

import guichet.resource.RequiresScope.Acting;
import guichet.resource.Verification.Invalid;
import guichet.resource.Verification.Unavailable;
import guichet.resource.Verification.Verified;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/** Lets a request through that bears a token with the scope which the endpoint names. */
@Provider
@RequiresScope("")
@Priority(Priorities.AUTHORIZATION)
class RequiresScopeFilter implements ContainerRequestFilter {
    private static final String BEARER = "bearer ";

    private final AccessTokenVerifier verifier;
    private final CurrentAccessToken current;
    private final ResourceInfo endpoint;

    RequiresScopeFilter(
            AccessTokenVerifier verifier,
            CurrentAccessToken current,
            @Context ResourceInfo endpoint) {
        this.verifier = verifier;
        this.current = current;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refusal(request, rule()).ifPresent(request::abortWith);
    }

    private RequiresScope rule() {
        var onMethod = endpoint.getResourceMethod().getAnnotation(RequiresScope.class);
        return onMethod == null
                ? endpoint.getResourceClass().getAnnotation(RequiresScope.class)
                : onMethod;
    }

    private Optional<Response> refusal(ContainerRequestContext request, RequiresScope rule) {
        if (request.getUriInfo().getQueryParameters().containsKey("access_token")) {
            return Optional.of(
                    BearerChallenge.invalidRequest(
                            "a token in the address ends up in logs: send it as Authorization:"
                                    + " Bearer"));
        }
        List<String> sent = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (sent.isEmpty()) {
            return Optional.of(BearerChallenge.missing(rule.value()));
        }
        String header = sent.getFirst();
        if (sent.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(
                    BearerChallenge.invalidRequest(
                            "send one Authorization header: Bearer and a token"));
        }
        return refusal(verifier.verify(header.substring(BEARER.length()).strip()), rule);
    }

    private Optional<Response> refusal(Verification verification, RequiresScope rule) {
        return switch (verification) {
            case Unavailable() -> Optional.of(BearerChallenge.unavailable());
            case Invalid(var fault) -> Optional.of(BearerChallenge.invalidToken(fault));
            case Verified(var token) -> {
                current.set(token);
                yield insufficiency(token, rule);
            }
        };
    }

    private static Optional<Response> insufficiency(VerifiedAccessToken token, RequiresScope rule) {
        if (!token.scope().contains(rule.value())) {
            return Optional.of(
                    BearerChallenge.insufficientScope(
                            rule.value(), "the token lacks the scope this needs"));
        }
        boolean rightActor =
                switch (rule.as()) {
                    case PERSON -> !token.actsAsApplication();
                    case APPLICATION -> token.actsAsApplication();
                    case EITHER -> true;
                };
        return rightActor
                ? Optional.empty()
                : Optional.of(
                        BearerChallenge.insufficientScope(rule.value(), wrongActor(rule.as())));
    }

    private static String wrongActor(Acting as) {
        return as == Acting.PERSON
                ? "only a person's token opens this"
                : "only an application's own token opens this";
    }
}
