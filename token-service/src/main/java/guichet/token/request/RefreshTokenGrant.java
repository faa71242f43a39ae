package guichet.token.request;

import static guichet.kit.audit.AuditEvent.REFRESH_TOKEN_REUSED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.GRANT;

import guichet.kit.audit.Audit;
import guichet.oauth.GrantType;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.token.access.PersonClaims;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.refresh.KnownRefreshToken;
import guichet.token.refresh.RefreshTokens;
import guichet.token.refresh.Rotation;
import guichet.token.refresh.Rotation.Refused;
import guichet.token.refresh.Rotation.Reused;
import guichet.token.refresh.Rotation.Rotated;
import guichet.token.request.TokenRequest.RefreshRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Refreshing, RFC 6749 §6, with rotation and reuse detection, RFC 9700 §4.14.2. */
@ApplicationScoped
class RefreshTokenGrant {
    private final RefreshTokens refreshTokens;
    private final PersonTokens tokens;
    private final UserinfoInIdToken userinfo;
    private final PersonClaims personClaims;
    private final Grants grants;
    private final Resources resources;
    private final Audit audit;

    RefreshTokenGrant(
            RefreshTokens refreshTokens,
            PersonTokens tokens,
            UserinfoInIdToken userinfo,
            PersonClaims personClaims,
            Grants grants,
            Resources resources,
            Audit audit) {
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.userinfo = userinfo;
        this.personClaims = personClaims;
        this.grants = grants;
        this.resources = resources;
        this.audit = audit;
    }

    TokenResponse refresh(AuthenticatedClient client, RefreshRequest request) {
        client.require(GrantType.REFRESH_TOKEN);
        Optional<PersonContent> content = beforeSpending(client, request);
        return switch (exchanged(client, request)) {
            case Rotated(var live, var successor) ->
                    tokens.reissue(
                            client,
                            live,
                            request.resources(),
                            successor,
                            content.orElseGet(() -> content(client, live.grant(), request)));
            case Refused(var reason) -> throw Reason.CODE_OR_TOKEN_NOT_GOOD.refuse("%s", reason);
            case Reused(var grantId) -> {
                audit.tell(REFRESH_TOKEN_REUSED, CLIENT.is(client.id()), GRANT.is(grantId));
                grants.revoke(grantId, "refresh token used twice");
                throw Reason.CODE_OR_TOKEN_NOT_GOOD.refuse(
                        "refresh token of grant %s used twice", grantId);
            }
        };
    }

    /**
     * What an outage would lose if it were asked for later. A spent token has nothing to lose, and
     * no outage may keep its reuse from being noticed; what is wrong with any is for the exchange
     * to say.
     */
    private Optional<PersonContent> beforeSpending(
            AuthenticatedClient client, RefreshRequest request) {
        if (!client.readsUserinfoInIdToken() && personClaims.wanted().isEmpty()) {
            return Optional.empty(); // as most clients: spares them the look
        }
        return refreshTokens
                .find(request.refreshToken())
                .filter(token -> !token.isSpent())
                .map(KnownRefreshToken::grant)
                .filter(grant -> grant.clientId().equals(client.id()))
                .map(grant -> grant.within(client.registeredScope()))
                .filter(grant -> request.scope().stream().allMatch(grant.scope()::containsAll))
                .map(grant -> request.scope().map(grant::narrowedTo).orElse(grant))
                .map(grant -> content(client, grant, request));
    }

    private PersonContent content(AuthenticatedClient client, Grant grant, RefreshRequest request) {
        return new PersonContent(
                userinfo.of(client, grant, grant.scope()),
                personClaims.of(grant, client.registeredScope(), request.resources()));
    }

    private Rotation exchanged(AuthenticatedClient client, RefreshRequest request) {
        UnaryOperator<LiveGrant> terms = terms(client, request, catalogue());
        return client.rotatesRefreshTokens()
                ? refreshTokens.rotate(client.id(), request.refreshToken(), terms)
                : refreshTokens.prolong(client.id(), request.refreshToken(), terms);
    }

    /**
     * An outage of the registry is told when the catalogue is needed: reuse is noticed without it.
     */
    private Supplier<ResourceCatalogue> catalogue() {
        try {
            ResourceCatalogue present = resources.catalogue();
            return () -> present;
        } catch (OAuthException outage) {
            return () -> {
                throw outage;
            };
        }
    }

    /**
     * The grant as this request wants it: with less scope for its access token, not for the next
     * refresh token, RFC 6749 §6, and for APIs that it is for, RFC 8707 §2.2.
     */
    private static UnaryOperator<LiveGrant> terms(
            AuthenticatedClient client,
            RefreshRequest request,
            Supplier<ResourceCatalogue> catalogue) {
        return live -> {
            Grant grant = narrowed(live.grant().within(client.registeredScope()), request.scope());
            grant.target(catalogue.get(), request.resources());
            return live.narrowedTo(grant.scope());
        };
    }

    private static Grant narrowed(Grant grant, Optional<Scope> asked) {
        Scope scope = asked.orElse(grant.scope());
        Scope tooMuch = scope.without(grant.scope());
        if (!tooMuch.isEmpty()) {
            throw Reason.SCOPE_NOT_GRANTED.refuse(
                    "the person did not grant %s, or the client is registered for it no more",
                    tooMuch);
        }
        return grant.narrowedTo(scope);
    }
}
