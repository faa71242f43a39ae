package guichet.resource;

import guichet.oauth.BearerChallenge;
import guichet.oauth.ErrorCode;
import guichet.oauth.OAuthException;
import guichet.resource.RequiresScope.Audience;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.SmallRyeJwtConfig;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/**
 * Says who calls by the access token of the request, in the place of SmallRye JWT's mechanism,
 * which tells nobody what is wrong with one. Asked only where a rule wants to know: other tokens at
 * other addresses are none of its business.
 */
@Singleton // its superclass has nothing that a proxy could be made with
@Typed(HttpAuthenticationMechanism.class)
class BearerMechanism extends JWTAuthMechanism {
    private final BlockingSecurityExecutor workers;
    private final BearerChallenge api;
    private final String identifier;

    BearerMechanism(
            SmallRyeJwtConfig jwt, BlockingSecurityExecutor workers, ResourceConfig config) {
        super(jwt);
        this.workers = workers;
        this.api = ResourceMetadata.challenge(config);
        this.identifier = config.identifier();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        return Uni.createFrom()
                .deferred(() ->
                        PresentedToken.of(context)
                                .map(token -> identify(token.reveal(), providers))
                                .map(caller -> caller.invoke(it -> checkAudience(it, context)))
                                .orElseGet(() -> Uni.createFrom().nullItem()))
                .onFailure(OAuthException.class)
                .transform(this::failure);
    }

    /** An event loop must not wait for the issuer; what it cannot know yet, a worker waits for. */
    private Uni<SecurityIdentity> identify(String token, IdentityProviderManager providers) {
        var request = new TokenAuthenticationRequest(new JsonWebTokenCredential(token));
        Uni<SecurityIdentity> identity = providers.authenticate(request);
        return Context.isOnEventLoopThread()
                ? identity.onFailure(BearerMechanism::isNotKnownYet)
                        .recoverWithUni(() ->
                                workers.executeBlocking(
                                        () -> providers.authenticateBlocking(request)))
                : identity;
    }

    /**
     * Here too, since an issuer takes tokens for itself as well, but for {@code API} none of them.
     */
    private void checkAudience(SecurityIdentity caller, RoutingContext context) {
        if (PresentedToken.audience(context) == Audience.API
                && caller.getPrincipal() instanceof VerifiedAccessToken token
                && !token.isFor(identifier)) {
            throw TokenFault.FOR_ANOTHER_API.refuse();
        }
    }

    private static boolean isNotKnownYet(Throwable failure) {
        return failure instanceof OAuthException refusal
                && refusal.error().code() == ErrorCode.ISSUER_AWAY;
    }

    /** As Quarkus expects it: others would be in its log as errors of ours. */
    private Throwable failure(OAuthException refusal) {
        return new AuthenticationFailedException(refusal.error().withChallenge(api).refuse());
    }

    /** In the words of whoever answers refusals: a challenge alone has none. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnauthorizedException());
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
