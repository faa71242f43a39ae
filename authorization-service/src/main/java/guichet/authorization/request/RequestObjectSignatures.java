package guichet.authorization.request;

import guichet.kit.registry.ClientKeys;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.OAuthError.RequestNotSupported;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Checks who made a request object, RFC 9101 §6. */
@Singleton
class RequestObjectSignatures {
    private static final String UNSIGNED = "none";

    private final Clock clock;
    private final ClientKeys keys;
    private final String issuer;

    RequestObjectSignatures(
            Clock clock, ClientKeys keys, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * The object of this client.
     *
     * @param isFetched whether it came from an address that the client registered: that address
     *     then says who made it, and it may be unsigned
     */
    RequestObject read(RegisteredClient client, String jwt, boolean isFetched) {
        JsonWebSignature jws = parsed(jwt);
        String algorithm = jws.getAlgorithmHeaderValue();
        Optional<String> registered = client.openId().requestObjectSigningAlg();
        if (registered.isPresent() && !registered.get().equals(algorithm)) {
            throw RequestObject.fault(
                    "must be signed with the registered algorithm, " + registered.get());
        }
        if (algorithm.equals(UNSIGNED)) {
            requireUnsigned(registered.isPresent() || isFetched);
        } else if (!isSigned(client, jws)) {
            throw RequestObject.fault("is not signed with a key of this client");
        }
        return new RequestObject(claims(jwt)).checked(client.clientId(), issuer, clock.instant());
    }

    private static void requireUnsigned(boolean isAllowed) {
        if (!isAllowed) {
            throw new RequestNotSupported(
                            Reason.REQUEST_OBJECT_UNSIGNED,
                            "an unsigned request object is taken only from a client that"
                                    + " registered request_object_signing_alg none, or from a"
                                    + " registered request_uri")
                    .refuse();
        }
    }

    private static JsonWebSignature parsed(String jwt) {
        var jws = new JsonWebSignature();
        try {
            jws.setCompactSerialization(jwt.strip());
        } catch (JoseException _) {
            throw RequestObject.fault("is not a signed JWT");
        }
        if (jws.getAlgorithmHeaderValue() == null) {
            throw RequestObject.fault("names no algorithm");
        }
        return jws;
    }

    private boolean isSigned(RegisteredClient client, JsonWebSignature jws) {
        if (!SignatureAlgorithms.WITH_KEY_PAIR.contains(jws.getAlgorithmHeaderValue())) {
            return false;
        }
        jws.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, jws.getAlgorithmHeaderValue()));
        return keys.of(client, jws).stream().anyMatch(key -> isSignedBy(key, jws));
    }

    private static boolean isSignedBy(Key key, JsonWebSignature jws) {
        try {
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException _) {
            return false; // a key that does not fit the algorithm
        }
    }

    private static JwtClaims claims(String jwt) {
        try {
            return new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setJwsAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS)
                    .build()
                    .processToClaims(jwt.strip());
        } catch (InvalidJwtException _) {
            throw RequestObject.fault("holds no JSON object");
        }
    }
}
