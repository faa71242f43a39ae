package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.code.AuthorizationCodes;
import guichet.authorization.protocol.code.CodeBinding;
import guichet.authorization.protocol.grant.Authentication;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.Permission;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.authorization.protocol.implicit.ImplicitTokens;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
     * The parameters of the answer, for a new grant; empty if the person has not approved it.
     *
     * @param approval whether the person has, asked in the transaction that makes the grant
     * @throws guichet.oauth.OAuthException when the session has just ended, or tokens are asked for
     *     and token-service is away
     */
    Optional<Map<String, String>> issue(
            RegisteredClient client,
            AuthorizationRequest request,
            SignedIn person,
            BooleanSupplier approval) {
        var permission =
                new Permission(
                        person.personId(),
                        demands.subject(client, person),
                        request.clientId(),
                        request.extent(),
                        request.resources(),
                        request.claims(),
                        Authentication.of(person));
        return request.responseType().isImplicit()
                ? tokens(client, request, permission, approval)
                : code(request, permission, approval);
    }

    /**
     * Nothing of it can be refreshed, and no person has to press anything for it: such a grant
     * stays as one whose code was not redeemed, and pushes out no others.
     */
    private Optional<Map<String, String>> tokens(
            RegisteredClient client,
            AuthorizationRequest request,
            Permission permission,
            BooleanSupplier approval) {
        return grants.addInSession(permission, approval)
                .map(grant ->
                        tokens.issue(
                                client,
                                new PersonGrant(grant, permission.approved(), permission.claims()),
                                request.responseType(),
                                request.nonce().orElseThrow()));
    }

    private Optional<Map<String, String>> code(
            AuthorizationRequest request, Permission permission, BooleanSupplier approval) {
        Optional<String> redirectUri =
                Optional.of(request.redirectUri()).filter(_ -> request.reply().isGiven());
        var binding = new CodeBinding(redirectUri, request.codeChallenge());
        return codes.issueInSession(permission, approval, binding, request.nonce())
                .map(code -> Map.of("code", code.reveal()));
    }
}
