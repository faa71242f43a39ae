package guichet.authorization.protocol.request;

import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.JwtRules;
import guichet.kit.foreign.JwtRules.Audience;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import guichet.registryclient.ClientKeys;
import guichet.registryclient.RegisteredClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks who made a request object and whether it is good now, RFC 9101 §6. */
@Singleton
class RequestObjectChecks {
    private static final String KIND = "oauth-authz-req+jwt";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final ClientKeys keys;
    private final JwtRules rules;

    RequestObjectChecks(
            Clock clock, ClientKeys keys, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.rules =
                new JwtRules(
                        KIND,
                        SignatureAlgorithms.OF_REQUEST_OBJECTS,
                        Set.of(issuer),
                        Audience.OURS_ALONE_IF_NAMED,
                        false);
    }

    /**
     * Ends the request unless the object is this client's, for this issuer, and good now.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request_object}, saying what is wrong
     */
    void check(RegisteredClient client, RequestObject object, Map<String, List<String>> sent) {
        Instant now = clock.instant();
        try {
            checkSignature(client, object);
            object.checkAgainst(sent, client.clientId());
            rules.check(object.jwt(), now);
            checkLife(object, now);
        } catch (ForeignFault fault) {
            throw RequestObject.fault(fault.words());
        }
    }

    /**
     * One that says when it expires is not to be good for long: somebody may have got hold of it.
     */
    private static void checkLife(RequestObject object, Instant now) throws ForeignFault {
        Instant latest = now.plus(LONGEST).plus(JwtRules.LEEWAY);
        if (object.jwt().date("exp").filter(latest::isBefore).isPresent()) {
            throw RequestObject.fault("must expire within an hour");
        }
    }

    /**
     * An unsigned one proves no less than plain parameters, which anybody can write too; it is the
     * client's choice to be held to its signature.
     */
    private void checkSignature(RegisteredClient client, RequestObject object) {
        Optional<String> registered = client.metadata().openId().requestObjectSigningAlg();
        if (registered.filter(it -> !it.equals(object.jwt().algorithm())).isPresent()) {
            String fault = "must be signed with the registered algorithm, " + registered.get();
            throw object.isSigned() ? RequestObject.fault(fault) : unsigned(fault);
        }
        if (!object.isSigned() && client.metadata().openId().requireSignedRequestObject()) {
            throw unsigned("must be signed, as the client registered");
        }
        if (object.isSigned() && !object.jwt().isSignedBy(keys.of(client, object.jwt()))) {
            throw RequestObject.fault("is not signed with a key of this client");
        }
    }

    private static RuntimeException unsigned(String fault) {
        return Reason.REQUEST_OBJECT_UNSIGNED.refuse("the request object %s", fault);
    }
}
