package guichet.authorization.flow;

import guichet.authorization.code.AuthorizationCodes;
import guichet.authorization.code.CodeBinding;
import guichet.authorization.grant.Authentication;
import guichet.authorization.grant.Grant;
import guichet.authorization.grant.Grants;
import guichet.authorization.grant.Permission;
import guichet.authorization.grant.PersonGrant;
import guichet.authorization.implicit.ImplicitTokens;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** What an application is given when the person agreed: a code, or the tokens themselves. */
@ApplicationScoped
class Issuance {
    private final SignInDemands demands;
    private final Grants grants;
    private final AuthorizationCodes codes;
    private final ImplicitTokens tokens;

    Issuance(
            SignInDemands demands, Grants grants, AuthorizationCodes codes, ImplicitTokens tokens) {
        this.demands = demands;
        this.grants = grants;
        this.codes = codes;
        this.tokens = tokens;
    }

    /**
     * The parameters of the answer, for a new grant.
     *
     * @throws OAuthException when the session has just ended, or tokens are asked for and
     *     token-service is away
     */
    Map<String, String> issue(
            RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        var permission =
                new Permission(
                        person.personId(),
                        demands.subject(client, person),
                        request.clientId(),
                        request.extent(),
                        request.resources(),
                        request.claims(),
                        Authentication.byPassword(person.authTime(), person.sid()));
        return request.responseType().isImplicit()
                ? tokens(client, request, permission)
                : code(request, permission);
    }

    /**
     * Nothing of it can be refreshed, and no person has to press anything for it: such a grant
     * stays as one whose code was not redeemed, and pushes out no others.
     */
    private Map<String, String> tokens(
            RegisteredClient client, AuthorizationRequest request, Permission permission) {
        Grant grant = grants.addInSession(permission).orElseThrow(Issuance::signedOut);
        return tokens.issue(
                client,
                new PersonGrant(grant, permission.approved(), permission.claims()),
                request.responseType(),
                request.nonce().orElseThrow());
    }

    private Map<String, String> code(AuthorizationRequest request, Permission permission) {
        Optional<String> redirectUri =
                Optional.of(request.redirectUri()).filter(_ -> request.reply().isGiven());
        var binding = new CodeBinding(redirectUri, request.codeChallenge());
        OpaqueToken code =
                codes.issueInSession(permission, binding, request.nonce())
                        .orElseThrow(Issuance::signedOut);
        return Map.of("code", code.reveal());
    }

    private static OAuthException signedOut() {
        return Reason.LOGIN_REQUIRED.refuse("the person has just been signed out: ask again");
    }
}
