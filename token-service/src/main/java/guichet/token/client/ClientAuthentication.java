package guichet.token.client;

import static guichet.kit.audit.AuditEvent.CLIENT_AUTHENTICATION_REFUSED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REASON;

import guichet.kit.audit.Audit;
import guichet.kit.eventloop.MustWait;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.TokenKind;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import guichet.token.client.PresentedCredentials.Assertion;
import guichet.token.client.PresentedCredentials.Name;
import guichet.token.client.PresentedCredentials.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Authenticates the client of a request, once, before anything else looks at it. */
@ApplicationScoped
public class ClientAuthentication {
    private static final String NOBODYS_HASH = OpaqueToken.random(TokenKind.CLIENT_SECRET).sha256();

    private final RegisteredClients clients;
    private final ClientAssertions assertions;
    private final EndedSecrets endedSecrets;
    private final Audit audit;
    private final boolean registeredMethodOnly;

    ClientAuthentication(
            RegisteredClients clients,
            ClientAssertions assertions,
            EndedSecrets endedSecrets,
            Audit audit,
            ClientConfig config) {
        this.clients = clients;
        this.assertions = assertions;
        this.endedSecrets = endedSecrets;
        this.audit = audit;
        this.registeredMethodOnly = config.registeredMethodOnly();
    }

    /**
     * The client, by the method it registered, or by the other way of sending its secret.
     *
     * @param authorization the header, if there is one
     * @throws guichet.oauth.OAuthException {@code invalid_client}, or {@code invalid_request} when
     *     the client names itself not at all or twice
     */
    public AuthenticatedClient authenticate(@Nullable String authorization, Form form) {
        return authenticate(PresentedCredentials.of(authorization, form));
    }

    private AuthenticatedClient authenticate(PresentedCredentials presented) {
        return switch (presented) {
            case Name(var clientId) ->
                    proven(
                            clientId,
                            clients.find(clientId),
                            client -> allows(client, ClientAuthenticationMethod.NONE));
            case Secret(var clientId, var method, var secret) -> bySecret(clientId, method, secret);
            case Assertion(var clientId, var jwt) -> byAssertion(clientId, jwt);
        };
    }

    /**
     * The client, where only one will do that proves who it is: to name itself is not to
     * authenticate, in the form or in a header without a secret.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client}, RFC 6749 §5.2: no client
     *     authentication included
     */
    public AuthenticatedClient authenticateByProof(@Nullable String authorization, Form form) {
        boolean sendsNothing =
                authorization == null
                        && !form.has("client_secret")
                        && !form.has("client_assertion");
        if (sendsNothing) {
            throw unproven();
        }
        PresentedCredentials presented = PresentedCredentials.of(authorization, form);
        if (presented instanceof Name) {
            throw unproven();
        }
        return authenticate(presented);
    }

    private static RuntimeException unproven() {
        return Reason.CLIENT_AUTHENTICATION_FAILED.refuse("no client authentication");
    }

    private AuthenticatedClient bySecret(
            String clientId, ClientAuthenticationMethod method, OpaqueToken secret) {
        Optional<RegisteredClient> known = clients.find(clientId);
        if (isGood(known, secret)) {
            return proven(clientId, known, it -> allows(it, method));
        }
        // Its secret may have been replaced a moment ago.
        Optional<RegisteredClient> client = clients.findAnew(clientId);
        boolean fits = isGood(client, secret);
        return proven(clientId, client, it -> fits && allows(it, method));
    }

    private boolean isGood(Optional<RegisteredClient> client, OpaqueToken secret) {
        return hasSecret(client, secret) && !endedSecrets.has(secret);
    }

    /** Hashes and compares for an unknown client too, so that time tells nothing. */
    private static boolean hasSecret(Optional<RegisteredClient> client, OpaqueToken secret) {
        return client.map(it -> it.hasSecret(secret))
                .orElseGet(() -> secret.hasSha256(NOBODYS_HASH));
    }

    private AuthenticatedClient byAssertion(Optional<String> named, String jwt) {
        MustWait.unlessAllowed(); // for the client's keys, and for what says that it is not used
        ClientAssertion assertion = told(Optional.empty(), () -> assertions.read(jwt));
        if (named.isPresent() && !named.get().equals(assertion.clientId())) {
            throw Reason.CLIENT_ID_DIFFERS.refuse(
                    "client_id differs from the sub of client_assertion");
        }
        AuthenticatedClient client =
                proven(
                        assertion.clientId(),
                        clients.find(assertion.clientId()),
                        it -> allows(it, assertion.method()) && assertions.isOf(it, assertion));
        return told(Optional.of(client.id()), () -> used(client, assertion));
    }

    private AuthenticatedClient used(AuthenticatedClient client, ClientAssertion assertion) {
        assertions.use(assertion);
        return client;
    }

    private AuthenticatedClient proven(
            String clientId, Optional<RegisteredClient> client, Predicate<RegisteredClient> proof) {
        return told(
                client.map(RegisteredClient::clientId),
                () ->
                        client.filter(proof)
                                .map(AuthenticatedClient::new)
                                .orElseThrow(() -> refusal(clientId, client)));
    }

    private static RuntimeException refusal(String clientId, Optional<RegisteredClient> client) {
        return client.isEmpty()
                ? Reason.CLIENT_AUTHENTICATION_FAILED.refuse("unknown client")
                : Reason.CLIENT_AUTHENTICATION_FAILED.refuse(
                        "wrong secret, key or method, client %s", clientId);
    }

    /**
     * Takes note of it when the client is refused; an outage refuses nobody.
     *
     * @param clientId if it is one that is registered
     */
    private <T> T told(Optional<String> clientId, Supplier<T> step) {
        try {
            return step.get();
        } catch (OAuthException refused) {
            if (refused.error().status() < 500) {
                audit.tell(
                        CLIENT_AUTHENTICATION_REFUSED,
                        CLIENT.is(clientId),
                        REASON.is(refused.error().reason()));
            }
            throw refused;
        }
    }

    /**
     * Whether it may come so: by the method that it registered, or with its secret in the other
     * place, docs/decisions/0008.
     */
    private boolean allows(RegisteredClient client, ClientAuthenticationMethod method) {
        var registered = client.metadata().authenticationMethods();
        if (registered.contains(method)) {
            return true;
        }
        return !registeredMethodOnly
                && method.sendsSecret()
                && registered.stream().anyMatch(ClientAuthenticationMethod::sendsSecret);
    }
}
