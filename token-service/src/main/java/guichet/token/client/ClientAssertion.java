package guichet.token.client;

import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.JwtRules;
import guichet.kit.foreign.JwtRules.Audience;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a client's assertion says, RFC 7523 §3, before anybody has looked at its signature: all that
 * can be refused in words without telling whether the client exists.
 */
record ClientAssertion(String clientId, String jti, Instant expiresAt, ForeignJwt jwt) {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final int LONGEST_JTI = 256;

    /** Without these no signed request object asks for anything; an assertion never has them. */
    private static final Set<String> OF_REQUEST_OBJECTS = Set.of("response_type", "redirect_uri");

    /** Of which an assertion may say to be, beside JWT: the type that is being standardised. */
    private static final String KIND = "client-authentication+jwt";

    /**
     * Reads an assertion.
     *
     * @param audience what {@code aud} may name: the issuer or its token endpoint
     * @throws guichet.oauth.OAuthException {@code invalid_client}, saying what the assertion lacks
     */
    static ClientAssertion read(String text, Set<String> audience, Instant now) {
        var rules =
                new JwtRules(
                        KIND, SignatureAlgorithms.OF_CLIENTS, audience, Audience.OURS_ALONE, true);
        try {
            ForeignJwt jwt = ForeignJwt.read(text);
            rules.check(jwt, now);
            refuseRequestObject(jwt);
            Instant expiry = jwt.date("exp").orElseThrow();
            return new ClientAssertion(clientId(jwt), jti(jwt), expiry, jwt);
        } catch (ForeignFault fault) {
            throw fault(reason(fault.kind()), fault.words());
        }
    }

    private static Reason reason(ForeignFault.Kind kind) {
        return switch (kind) {
            case MALFORMED, TYPE_OF_ANOTHER_KIND -> Reason.ASSERTION_MALFORMED;
            case ALGORITHM_UNSUPPORTED -> Reason.ASSERTION_ALGORITHM_UNSUPPORTED;
            case AUDIENCE_WRONG -> Reason.ASSERTION_AUDIENCE_WRONG;
            case EXPIRED -> Reason.ASSERTION_EXPIRED;
            case NOT_YET_VALID -> Reason.ASSERTION_NOT_YET_VALID;
        };
    }

    /**
     * RFC 9101 §10.8: whoever sees the client's request object in a browser's address must not be
     * able to authenticate with it, and not every client writes its {@code typ}.
     */
    private static void refuseRequestObject(ForeignJwt jwt) {
        if (OF_REQUEST_OBJECTS.stream().anyMatch(jwt.claims()::has)) {
            throw fault(
                    Reason.ASSERTION_MALFORMED,
                    "must not be a request object: leave response_type and redirect_uri out");
        }
    }

    private static String clientId(ForeignJwt jwt) throws ForeignFault {
        Optional<String> subject = jwt.text("sub");
        if (subject.isEmpty() || !subject.equals(jwt.text("iss"))) {
            throw fault(Reason.ASSERTION_MALFORMED, "must have the client_id as iss and as sub");
        }
        return subject.get();
    }

    private static String jti(ForeignJwt jwt) throws ForeignFault {
        return jwt.text("jti")
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_JTI)
                .orElseThrow(() ->
                        fault(
                                Reason.ASSERTION_MALFORMED,
                                "must have a jti, another one each time"));
    }

    /** Of its signature, for example {@code ES256}. */
    String algorithm() {
        return jwt.algorithm();
    }

    ClientAuthenticationMethod method() {
        return SignatureAlgorithms.WITH_SECRET.contains(algorithm())
                ? ClientAuthenticationMethod.CLIENT_SECRET_JWT
                : ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    static RuntimeException fault(Reason reason, String fault) {
        return reason.refuse("the client_assertion %s", fault);
    }
}
