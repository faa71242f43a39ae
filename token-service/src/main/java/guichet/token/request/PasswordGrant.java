package guichet.token.request;

import static guichet.kit.audit.AuditEvent.TOKENS_ISSUED_FOR_PASSWORD;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.GRANT;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.SCOPE;

import guichet.kit.audit.Audit;
import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.Actor;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.registryclient.Target;
import guichet.token.access.PersonClaims;
import guichet.token.authorization.AuthorizationService;
import guichet.token.authorization.PasswordRequest;
import guichet.token.authorization.Verification.Granted;
import guichet.token.authorization.Verification.Refused;
import guichet.token.authorization.Verification.Throttled;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.request.TokenRequest.PasswordTokenRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The resource owner password credentials grant, RFC 6749 §4.3: for clients registered for it. */
@ApplicationScoped
class PasswordGrant {
    private final AuthorizationService authorization;
    private final PersonTokens tokens;
    private final UserinfoInIdToken userinfo;
    private final PersonClaims personClaims;
    private final Resources resources;
    private final PasswordGrantLimits limits;
    private final Audit audit;

    PasswordGrant(
            AuthorizationService authorization,
            PersonTokens tokens,
            UserinfoInIdToken userinfo,
            PersonClaims personClaims,
            Resources resources,
            PasswordGrantLimits limits,
            Audit audit) {
        this.authorization = authorization;
        this.tokens = tokens;
        this.userinfo = userinfo;
        this.personClaims = personClaims;
        this.resources = resources;
        this.limits = limits;
        this.audit = audit;
    }

    TokenResponse issue(AuthenticatedClient client, PasswordTokenRequest request) {
        client.require(GrantType.PASSWORD);
        limits.require(client);
        ResourceCatalogue catalogue = resources.catalogue();
        List<String> named = catalogue.named(request.resources());
        Optional<Scope> asked = request.scope().map(PasswordGrant::grantable);
        Scope scope = client.scope(asked, named, Actor.PERSON, catalogue);
        // No grant is made for what gets no token.
        catalogue.signingAlgorithm(Target.of(catalogue, scope, named).audience());
        var attempt =
                new PasswordRequest(
                        client.id(),
                        request.username(),
                        request.password().reveal(),
                        scope,
                        named,
                        client.readsUserinfoInIdToken(),
                        personClaims.wanted());
        return switch (authorization.verify(attempt)) {
            case Granted granted -> issue(client, granted, request);
            case Refused() ->
                    throw Reason.PASSWORD_NOT_GOOD.refuse("unknown person or wrong password");
            case Throttled(var seconds) ->
                    throw Reason.SIGN_IN_THROTTLED
                            .error("too many attempts for this username: wait %d seconds", seconds)
                            .withRetryAfter(Duration.ofSeconds(seconds))
                            .refuse();
        };
    }

    /**
     * What a password grants of it: to go on without them people have to approve, OpenID Connect
     * Core §11, and nobody asks them here.
     */
    private static Scope grantable(Scope scope) {
        Scope grantable = scope.without(Scope.of(Scope.OFFLINE_ACCESS));
        if (grantable.isEmpty() && !scope.isEmpty()) {
            throw Reason.SCOPE_EMPTY.refuse(
                    "%s cannot be had by a password: ask for another scope", scope);
        }
        return grantable;
    }

    private TokenResponse issue(
            AuthenticatedClient client, Granted granted, PasswordTokenRequest request) {
        Grant grant = granted.grant();
        var content =
                new PersonContent(
                        userinfo.of(client, grant, grant.scope(), granted.idTokenClaims()),
                        personClaims.of(
                                grant,
                                client.registeredScope(),
                                request.resources(),
                                granted.accessTokenClaims()));
        TokenResponse issued = tokens.issue(client, grant, request.resources(), content);
        audit.tell(
                TOKENS_ISSUED_FOR_PASSWORD,
                PERSON.is(grant.personId()),
                CLIENT.is(client.id()),
                GRANT.is(grant.id()),
                SCOPE.is(grant.scope()));
        return issued;
    }
}
