package guichet.authorization.protocol.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.protocol.grant.Grant;
import guichet.oauth.OAuthError;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of a code that was presented, {@code docs/internal-api.md}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "redeemed", value = Redemption.Redeemed.class),
    @JsonSubTypes.Type(name = "refused", value = Redemption.Refused.class),
    @JsonSubTypes.Type(name = "untouched", value = Redemption.Untouched.class),
    @JsonSubTypes.Type(name = "replayed", value = Redemption.Replayed.class)
})
sealed interface Redemption {
    /**
     * It was good, and is spent now.
     *
     * @param nonce of the request, for the ID token
     * @param idTokenClaims what else the ID token says of the person
     * @param accessTokenClaims what the access token may say of the person, of what was asked for
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Redeemed(
            Grant grant,
            Optional<String> nonce,
            Map<String, Object> idTokenClaims,
            Map<String, Object> accessTokenClaims)
            implements Redemption {
        public Redeemed {
            idTokenClaims = Map.copyOf(idTokenClaims);
            accessTokenClaims = Map.copyOf(accessTokenClaims);
        }
    }

    /**
     * It is not good.
     *
     * @param reason for the log; for the client, too, where {@code told} is there
     * @param told our own code of what the client may know, for example {@code
     *     code-verifier-not-good}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Refused(String reason, Optional<String> told) implements Redemption {
        /** For the log alone. */
        Refused(String reason) {
            this(reason, Optional.empty());
        }

        /** Of the client's own code, which is spent by it. */
        static Refused telling(OAuthError fault) {
            return new Refused(fault.fault(), Optional.of(fault.reason().code()));
        }
    }

    /**
     * It is good and was not spent, since no token can be for the APIs that were asked for.
     *
     * @param reason in our own code, for example {@code resource-not-granted}
     */
    record Untouched(String reason, String fault) implements Redemption {}

    /** It was spent before, RFC 6749 §4.1.2. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Replayed(UUID grantId) implements Redemption {}
}
