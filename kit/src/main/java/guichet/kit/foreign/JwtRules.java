package guichet.kit.foreign;

import guichet.kit.foreign.ForeignFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is expected of a JWT that somebody else made, RFC 7519 §4.1 and RFC 8725 §3: one description
 * for each kind, checked for all of them alike.
 *
 * @param type its own explicit type, RFC 8725 §3.11; {@code JWT} and none are taken beside it
 * @param algorithms by which it may be signed
 * @param ours who we are in {@code aud}
 * @param audience what {@code aud} must be
 * @param mustExpire whether it needs an {@code exp}
 */
public record JwtRules(
        String type,
        Set<String> algorithms,
        Set<String> ours,
        Audience audience,
        boolean mustExpire) {
    /** How far the clocks of both sides may differ. */
    public static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final String ANY_KIND = "jwt";

    /** RFC 7515 §4.1.9: the prefix may be left out, and is to be. */
    private static final String PREFIX = "application/";

    public JwtRules {
        algorithms = Set.copyOf(algorithms);
        ours = Set.copyOf(ours);
    }

    /** For whom a JWT may be. */
    public enum Audience {
        /**
         * For us, which it must say by one name, and for nobody else: it proves something, RFC 7523
         * §3, and a list is how proofs for two servers are made.
         */
        OURS_ALONE,
        /** For us and for nobody else, if it says so at all. */
        OURS_ALONE_IF_NAMED,
        /** For us among others, if it says so at all. */
        OURS_IF_NAMED
    }

    /**
     * Checks all but who made it and who signed it.
     *
     * @throws ForeignFault naming the first rule that it breaks
     */
    public void check(ForeignJwt jwt, Instant now) throws ForeignFault {
        checkType(jwt);
        if (!algorithms.contains(jwt.algorithm())) {
            throw new ForeignFault(
                    Kind.ALGORITHM_UNSUPPORTED, "is signed by an algorithm that is not taken here");
        }
        checkAudience(jwt.audience());
        checkTimes(jwt, now);
    }

    private void checkType(ForeignJwt jwt) throws ForeignFault {
        String named = jwt.type().orElse(ANY_KIND).toLowerCase(Locale.ROOT);
        String kind = named.startsWith(PREFIX) ? named.substring(PREFIX.length()) : named;
        if (!kind.equals(ANY_KIND) && !kind.equals(type)) {
            throw new ForeignFault(
                    Kind.TYPE_OF_ANOTHER_KIND,
                    "is of another kind: leave its typ out, or make it JWT");
        }
    }

    private void checkAudience(List<String> named) throws ForeignFault {
        boolean fits =
                switch (audience) {
                    case OURS_ALONE -> named.size() == 1 && ours.containsAll(named);
                    case OURS_ALONE_IF_NAMED -> ours.containsAll(named);
                    case OURS_IF_NAMED ->
                            named.isEmpty() || named.stream().anyMatch(ours::contains);
                };
        if (!fits) {
            throw new ForeignFault(
                    Kind.AUDIENCE_WRONG,
                    audience == Audience.OURS_IF_NAMED
                            ? "must have this server in its aud"
                            : "must have this server as aud, once, and nobody else");
        }
    }

    private void checkTimes(ForeignJwt jwt, Instant now) throws ForeignFault {
        var expiry = jwt.date("exp");
        var notBefore = jwt.date("nbf");
        jwt.date("iat");
        if (mustExpire && expiry.isEmpty()) {
            throw ForeignFault.malformed("must have an exp");
        }
        if (expiry.filter(it -> !now.isBefore(it.plus(LEEWAY))).isPresent()) {
            throw new ForeignFault(Kind.EXPIRED, "has expired");
        }
        if (notBefore.filter(it -> it.isAfter(now.plus(LEEWAY))).isPresent()) {
            throw new ForeignFault(Kind.NOT_YET_VALID, "is not valid yet: check the clocks");
        }
    }
}
