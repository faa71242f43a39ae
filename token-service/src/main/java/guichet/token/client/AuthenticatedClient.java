package guichet.token.client;

import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.Actor;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.ResourceCatalogue;
import java.util.List;
import java.util.Optional;

/** A client that proved who it is, or a public one that said so; nobody else can make one. */
public final class AuthenticatedClient {
    /** What every party knows, RFC 9701 §6. */
    private static final String INTROSPECTION_ALGORITHM = "RS256";

    private final RegisteredClient client;

    AuthenticatedClient(RegisteredClient client) {
        this.client = client;
    }

    public String id() {
        return client.clientId();
    }

    /** What it registered: the very same object until the registry says something else. */
    public RegisteredClient registration() {
        return client;
    }

    /** The most that it may have, whatever was granted to it before. */
    public Scope registeredScope() {
        return client.metadata().scope();
    }

    /** With what its ID tokens are signed, OpenID Connect Dynamic Client Registration 1.0 §2. */
    public String idTokenAlgorithm() {
        return client.metadata().openId().idTokenSignedResponseAlg();
    }

    /** With what its signed answers of introspection are signed, RFC 9701 §6. */
    public String introspectionAlgorithm() {
        return client.metadata().introspectionSignedResponseAlg().orElse(INTROSPECTION_ALGORITHM);
    }

    /** Whether its ID tokens say what userinfo says, too. */
    public boolean readsUserinfoInIdToken() {
        return client.metadata().openId().userinfoClaimsInIdToken();
    }

    /** Whether each refresh gives it another refresh token. */
    public boolean rotatesRefreshTokens() {
        return client.metadata().rotateRefreshTokens();
    }

    /** Whether it proved who it is: whoever knows its name cannot say to be it, RFC 6749 §2.1. */
    public boolean isConfidential() {
        return !client.metadata().isPublic();
    }

    public boolean mayRefresh() {
        return client.metadata().mayUse(GrantType.REFRESH_TOKEN);
    }

    /**
     * Ends the request unless the client registered for this grant type.
     *
     * @throws guichet.oauth.OAuthException {@code unauthorized_client}
     */
    public void require(GrantType type) {
        if (!client.metadata().mayUse(type)) {
            throw Reason.GRANT_TYPE_NOT_REGISTERED.refuse(
                    "the client is not registered for %s: add it to its grant_types", type);
        }
    }

    /**
     * Ends the request when the client has no secret: whoever knows its name could say to be it.
     *
     * @throws guichet.oauth.OAuthException {@code unauthorized_client}
     */
    public void requireSecret() {
        if (!isConfidential()) {
            throw Reason.CLIENT_SECRET_REQUIRED.refuse(
                    "a client without a secret cannot act as itself");
        }
    }

    /**
     * What the client may have of what it asks, or of what it registered when it asks for nothing.
     *
     * @param named the APIs that it names, RFC 8707 §2.2
     * @throws guichet.oauth.OAuthException {@code invalid_scope} naming what it may not have;
     *     {@code invalid_target} as {@link ResourceCatalogue#meant} says
     */
    public Scope scope(
            Optional<Scope> asked, List<String> named, Actor actor, ResourceCatalogue catalogue) {
        Scope possible = catalogue.grantable(registeredScope(), actor);
        Scope scope =
                asked.orElseGet(() ->
                        catalogue.meant(possible, client.metadata().defaultResource(), named));
        Scope tooMuch = scope.without(possible);
        if (!tooMuch.isEmpty()) {
            throw Reason.SCOPE_NOT_AVAILABLE.refuse(
                    "%s cannot be had by this client acting as %s", tooMuch, phrase(actor));
        }
        if (scope.isEmpty()) {
            throw Reason.SCOPE_EMPTY.refuse(
                    "the client registered no scope that it could have acting as %s; a new one is on"
                            + " offer after ten seconds",
                    phrase(actor));
        }
        return scope;
    }

    private static String phrase(Actor actor) {
        return switch (actor) {
            case PERSON -> "a person";
            case APPLICATION -> "itself";
        };
    }
}
