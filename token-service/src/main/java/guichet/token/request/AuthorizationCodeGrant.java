package guichet.token.request;

import static guichet.kit.audit.AuditEvent.CODE_REPLAYED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.GRANT;

import guichet.kit.audit.Audit;
import guichet.oauth.GrantType;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registryclient.Resources;
import guichet.token.access.PersonClaims;
import guichet.token.authorization.AuthorizationService;
import guichet.token.authorization.RedeemRequest;
import guichet.token.authorization.Redemption.Redeemed;
import guichet.token.authorization.Redemption.Refused;
import guichet.token.authorization.Redemption.Replayed;
import guichet.token.authorization.Redemption.Untouched;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.identity.IdTokenContent;
import guichet.token.request.TokenRequest.AuthorizationCodeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The authorization code grant, RFC 6749 §4.1.3, with PKCE, RFC 7636 §4.6. */
@ApplicationScoped
class AuthorizationCodeGrant {
    private final AuthorizationService authorization;
    private final PersonTokens tokens;
    private final PersonClaims personClaims;
    private final Grants grants;
    private final Resources resources;
    private final Audit audit;

    AuthorizationCodeGrant(
            AuthorizationService authorization,
            PersonTokens tokens,
            PersonClaims personClaims,
            Grants grants,
            Resources resources,
            Audit audit) {
        this.authorization = authorization;
        this.tokens = tokens;
        this.personClaims = personClaims;
        this.grants = grants;
        this.resources = resources;
        this.audit = audit;
    }

    TokenResponse redeem(AuthenticatedClient client, AuthorizationCodeRequest request) {
        client.require(GrantType.AUTHORIZATION_CODE);
        var code =
                new RedeemRequest(
                        request.code().reveal(),
                        client.id(),
                        client.registeredScope(),
                        request.redirectUri(),
                        request.codeVerifier().map(OpaqueToken::reveal),
                        client.readsUserinfoInIdToken(),
                        // What is wrong with them is told after a replay was noticed.
                        resources.catalogue().namedOrAsked(request.resources()),
                        personClaims.wanted());
        return switch (authorization.redeem(code)) {
            case Redeemed redeemed -> issue(client, redeemed, request.resources());
            case Refused(var reason, var told) ->
                    throw told.flatMap(Reason::find)
                            .orElse(Reason.CODE_OR_TOKEN_NOT_GOOD)
                            .refuse("%s", reason);
            case Untouched(var reason, var fault) ->
                    throw Reason.find(reason)
                            .orElse(Reason.RESOURCE_NOT_GRANTED)
                            .refuse("%s", fault);
            case Replayed(var grantId) -> {
                audit.tell(CODE_REPLAYED, CLIENT.is(client.id()), GRANT.is(grantId));
                grants.revoke(grantId, "authorization code used twice"); // RFC 6749 §4.1.2
                throw Reason.CODE_OR_TOKEN_NOT_GOOD.refuse("code of grant %s used twice", grantId);
            }
        };
    }

    private TokenResponse issue(
            AuthenticatedClient client, Redeemed redeemed, List<String> resources) {
        Grant grant = redeemed.grant();
        var content =
                new PersonContent(
                        new IdTokenContent(redeemed.nonce(), redeemed.idTokenClaims()),
                        personClaims.of(
                                grant.within(client.registeredScope()),
                                client.registeredScope(),
                                resources,
                                redeemed.accessTokenClaims()));
        return tokens.issue(client, grant, resources, content);
    }
}
