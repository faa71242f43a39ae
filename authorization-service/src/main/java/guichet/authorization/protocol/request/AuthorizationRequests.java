package guichet.authorization.protocol.request;

import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.oauth.Form;
import guichet.oauth.GrantType;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import guichet.registryclient.Actor;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.registryclient.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and checks authorization requests, RFC 6749 §4.1.1, in two steps. */
@ApplicationScoped
public class AuthorizationRequests {
    private final RegisteredClients clients;
    private final Resources resources;
    private final OpenIdParameters openId;
    private final ProofKey proofKey;

    AuthorizationRequests(
            RegisteredClients clients,
            Resources resources,
            OpenIdParameters openId,
            ProofKey proofKey) {
        this.clients = clients;
        this.resources = resources;
        this.openId = openId;
        this.proofKey = proofKey;
    }

    /**
     * The first step: who asks, and where answers may go. Without both, a person must be shown the
     * fault and sent nowhere, RFC 6749 §4.1.2.1.
     *
     * @throws guichet.oauth.OAuthException saying what is wrong with client or redirect address
     */
    public Recipient recipient(Form form) {
        RegisteredClient client =
                clients.find(form.require("client_id"))
                        .orElseThrow(() ->
                                Reason.CLIENT_UNKNOWN.refuse("no application has this client_id"));
        Optional<String> asked = form.find("redirect_uri");
        boolean isOpenId =
                form.findGood("scope").filter(AuthorizationRequests::hasOpenId).isPresent();
        return new Recipient(
                client,
                new ReplyAddress(
                        RedirectUris.choose(asked, client.metadata().redirectUris(), isOpenId),
                        asked.isPresent(),
                        AskedResponse.mode(
                                form.findGood("response_type"), form.findGood("response_mode")),
                        form.findGood("state"),
                        client.metadata().failureRedirectUri()),
                form.findGood("prompt").filter("none"::equals).isPresent());
    }

    private static boolean hasOpenId(String scope) {
        return List.of(scope.split(" ", -1)).contains(Scope.OPENID);
    }

    /**
     * The second step: everything else. The fault is an answer to the client.
     *
     * @throws guichet.oauth.OAuthException with the error to send to the recipient
     */
    public AuthorizationRequest read(Recipient recipient, Form form) {
        RegisteredClient client = recipient.client();
        ResponseType type = AskedResponse.type(client, form);
        ResourceCatalogue catalogue = resources.catalogue();
        List<String> targets = catalogue.named(form.all("resource"));
        Scope possible = catalogue.grantable(client.metadata().scope(), Actor.PERSON);
        Scope asked =
                form.find("scope")
                        .map(Scope::parse)
                        .orElseGet(() ->
                                catalogue.meant(
                                        possible, client.metadata().defaultResource(), targets));
        Scope scope = scope(client, type, asked, possible);
        if (type.isImplicit()) {
            checkImplicit(scope, form);
        }
        Target.of(catalogue, scope, targets);
        ClaimsRequest claims = openId.claims(form);
        return new AuthorizationRequest(
                client.clientId(),
                type,
                recipient.reply(),
                scope,
                targets,
                type == ResponseType.CODE
                        ? proofKey.challenge(client, scope, form)
                        : Optional.empty(),
                form.find("nonce"),
                openId.demand(client, form, claims),
                claims.only(possibleClaims(client, scope)));
    }

    /**
     * Whether the answer to a request that waited may be sent where it was to go: the client has
     * the redirect address registered still. Otherwise a person must be shown the fault and sent
     * nowhere.
     *
     * @param client as it is registered now
     */
    public boolean isAtHome(RegisteredClient client, AuthorizationRequest request) {
        return RedirectUris.isRegistered(request.redirectUri(), client.metadata().redirectUris());
    }

    /**
     * What keeps a request that waited from being answered: each of its scopes has to be what it
     * was when it was asked for, and the client has to be registered for it still. Otherwise a
     * person approves something else than what they read.
     *
     * @param client as it is registered now
     */
    public Optional<OAuthError> faultOf(RegisteredClient client, AuthorizationRequest request) {
        ResourceCatalogue catalogue = resources.catalogue();
        Scope left =
                catalogue.stillOffered(
                        catalogue.grantable(client.metadata().scope(), Actor.PERSON),
                        request.demand().askedAt());
        Scope gone = request.scope().without(left);
        if (!gone.isEmpty()) {
            return Optional.of(
                    Reason.SCOPE_NOT_AVAILABLE.error(
                            "%s is not what it was when it was asked for: look up what is on offer"
                                    + " and registered, and ask again",
                            gone));
        }
        return possibleClaims(client, request.scope()).containsAll(request.claims().anywhere())
                ? Optional.empty()
                : Optional.of(
                        Reason.SCOPE_NOT_AVAILABLE.error(
                                "the client asked for claims of a scope that it is registered for"
                                        + " no more: ask again without them"));
    }

    /** OpenID Connect Core §5.4: those of the scopes that the client registered, in one of ours. */
    private static Set<StandardClaim> possibleClaims(RegisteredClient client, Scope scope) {
        return scope.contains(Scope.OPENID)
                ? StandardClaim.ofScope(client.metadata().scope())
                : Set.of();
    }

    /** OpenID Connect Core §3.2.2.1: without a nonce, an ID token of another request would do. */
    private static void checkImplicit(Scope scope, Form form) {
        if (!scope.contains(Scope.OPENID)) {
            throw Reason.SCOPE_WITHOUT_OPENID.refuse(
                    "without the scope openid there is no ID token");
        }
        form.require("nonce");
    }

    private static Scope scope(
            RegisteredClient client, ResponseType type, Scope asked, Scope possible) {
        Scope scope = asked;
        if (type.isImplicit() || !client.metadata().mayUse(GrantType.REFRESH_TOKEN)) {
            // OpenID Connect Core §11: ignored where it cannot be had.
            scope = scope.without(Scope.of(Scope.OFFLINE_ACCESS));
        }
        Scope tooMuch = scope.without(possible);
        if (!tooMuch.isEmpty()) {
            throw Reason.SCOPE_NOT_AVAILABLE.refuse(
                    "%s is not registered for this client, or no person can grant it", tooMuch);
        }
        if (scope.isEmpty()) {
            throw Reason.SCOPE_EMPTY.refuse(
                    "the client registered no scope that a person can grant; a new one is on offer"
                            + " after ten seconds");
        }
        return scope;
    }
}
