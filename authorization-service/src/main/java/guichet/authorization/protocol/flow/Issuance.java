package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.code.AuthorizationCodes;
import guichet.authorization.protocol.code.CodeBinding;
import guichet.authorization.protocol.grant.Authentication;
import guichet.authorization.protocol.grant.Grant;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.Permission;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.authorization.protocol.implicit.ImplicitTokens;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What an application is given when the person agreed: a code, or the tokens themselves. */
@ApplicationScoped
class Issuance {
    private final SignInDemands demands;
    private final ApprovedGrants approved;
    private final Sessions sessions;
    private final Grants grants;
    private final AuthorizationCodes codes;
    private final ImplicitTokens tokens;

    Issuance(
            SignInDemands demands,
            ApprovedGrants approved,
            Sessions sessions,
            Grants grants,
            AuthorizationCodes codes,
            ImplicitTokens tokens) {
        this.demands = demands;
        this.approved = approved;
        this.sessions = sessions;
        this.grants = grants;
        this.codes = codes;
        this.tokens = tokens;
    }

    /**
     * The parameters of the answer, for a new grant; empty if the person has not approved it.
     *
     * @param approval whether the person has, asked in the transaction that makes the grant
     * @throws OAuthException when the session has just ended, or tokens are asked for and
     *     token-service is away
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
        Optional<Grant> made = made(permission, approval, () -> grants.addInSession(permission));
        return made.map(grant ->
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
        Optional<OpaqueToken> made =
                made(
                        permission,
                        approval,
                        () -> codes.issueInSession(permission, binding, request.nonce()));
        return made.map(code -> Map.of("code", code.reveal()));
    }

    /**
     * The session is looked at first: whoever ends it, and what was approved, has this one wait
     * with its approval, or waits for it and ends it as well.
     */
    private <T> Optional<T> made(
            Permission permission, BooleanSupplier approval, Supplier<Optional<T>> inSession) {
        return approved.make(
                permission.personId(),
                permission.clientId(),
                () -> {
                    requireSignedIn(permission);
                    return approval.getAsBoolean();
                },
                () -> inSession.get().orElseThrow(Issuance::signedOut));
    }

    private void requireSignedIn(Permission permission) {
        UUID sid = permission.authentication().sid().orElseThrow();
        if (!sessions.isOpen(permission.personId(), sid)) {
            throw signedOut();
        }
    }

    private static OAuthException signedOut() {
        return Reason.LOGIN_REQUIRED.refuse("the person has just been signed out: ask again");
    }
}
