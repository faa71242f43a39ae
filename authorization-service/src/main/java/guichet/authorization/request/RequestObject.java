package guichet.authorization.request;

import static java.util.stream.Collectors.toMap;

import guichet.oauth.OAuthError.InvalidRequestObject;
import guichet.oauth.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/** The claims of a request object whose signature was checked, RFC 9101 §4. */
record RequestObject(JwtClaims claims) {
    /** What the object says of itself and not of the request. */
    private static final Set<String> OWN = Set.of("iss", "aud", "exp", "nbf", "iat", "jti");

    /**
     * Ends the request unless the object is this client's, for this issuer, and good now.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request_object}, saying what is wrong
     */
    RequestObject checked(String clientId, String issuer, Instant now) {
        try {
            check(clientId, issuer, now);
            return this;
        } catch (MalformedClaimException _) {
            throw fault("has a claim of the wrong type");
        }
    }

    private void check(String clientId, String issuer, Instant now) throws MalformedClaimException {
        if (isAnother(claims.getIssuer(), clientId)
                || isAnother(claims.getStringClaimValue("client_id"), clientId)) {
            throw fault("must have the client_id of the request as iss and client_id");
        }
        if (claims.hasAudience() && !claims.getAudience().contains(issuer)) {
            throw fault("must have this issuer as aud");
        }
        if (isBefore(claims.getExpirationTime(), now)) {
            throw fault("has expired");
        }
        if (claims.hasClaim("request") || claims.hasClaim("request_uri")) {
            throw fault("must not hold another one");
        }
    }

    private static boolean isAnother(@Nullable String named, String clientId) {
        return named != null && !named.equals(clientId);
    }

    private static boolean isBefore(@Nullable NumericDate time, Instant now) {
        return time != null && Instant.ofEpochSecond(time.getValue()).isBefore(now);
    }

    /** The parameters that it sets, as the address would spell them. */
    Map<String, List<String>> parameters() {
        return claims.getClaimsMap().entrySet().stream()
                .filter(each -> !OWN.contains(each.getKey()))
                .collect(toMap(Map.Entry::getKey, each -> values(each.getValue())));
    }

    private static List<String> values(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Map<?, ?> object -> List.of(JsonUtil.toJson(stringKeys(object)));
            default -> List.of(String.valueOf(value));
        };
    }

    private static Map<String, ?> stringKeys(Map<?, ?> object) {
        return object.entrySet().stream()
                .collect(toMap(each -> String.valueOf(each.getKey()), Map.Entry::getValue));
    }

    static RuntimeException fault(String fault) {
        return new InvalidRequestObject(
                        Reason.REQUEST_OBJECT_NOT_GOOD, "the request object " + fault)
                .refuse();
    }
}
