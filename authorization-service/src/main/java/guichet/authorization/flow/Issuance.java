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
     * @throws guichet.oauth.OAuthException when the session has just ended, or tokens are asked for
     *     and token-service is away
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
        Grant grant =
                grants.addInSession(permission)
                        .orElseThrow(() ->
                                Reason.LOGIN_REQUIRED.refuse(
                                        "the person has just been signed out: ask again"));
        return request.responseType().isImplicit()
                ? tokens(
                        client,
                        request,
                        new PersonGrant(grant, permission.approved(), permission.claims()))
                : code(request, grant);
    }

    private Map<String, String> tokens(
            RegisteredClient client, AuthorizationRequest request, PersonGrant grant) {
        Map<String, String> issued =
                tokens.issue(client, grant, request.responseType(), request.nonce().orElseThrow());
        grants.redeem(grant.grant());
        return issued;
    }

    private Map<String, String> code(AuthorizationRequest request, Grant grant) {
        Optional<String> redirectUri =
                Optional.of(request.redirectUri()).filter(_ -> request.reply().isGiven());
        var binding = new CodeBinding(redirectUri, request.codeChallenge());
        return Map.of("code", codes.issue(grant, binding, request.nonce()).reveal());
    }
}
