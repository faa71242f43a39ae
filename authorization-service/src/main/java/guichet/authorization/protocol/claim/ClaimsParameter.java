package guichet.authorization.protocol.claim;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.Reason;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Reads the parameter {@code claims}, OpenID Connect Core §5.5; what it does not know it ignores.
 */
@Singleton
public class ClaimsParameter {
    private static final int MOST_CLAIMS = 50;

    /**
     * The request that this text makes.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} when it is not an object of
     *     objects
     */
    public ClaimsRequest read(String text) {
        JsonNode claims = parsed(text);
        return new ClaimsRequest(
                demands(claims.path("userinfo")), demands(claims.path("id_token")));
    }

    private static JsonNode parsed(String text) {
        try {
            return ForeignJson.object(text);
        } catch (ForeignFault _) {
            throw malformed();
        }
    }

    private static Map<String, ClaimDemand> demands(JsonNode claims) {
        if (claims.isMissingNode() || claims.isNull()) {
            return Map.of();
        }
        if (!claims.isObject() || claims.size() > MOST_CLAIMS) {
            throw malformed();
        }
        return claims.properties().stream()
                .collect(toMap(Map.Entry::getKey, each -> demand(each.getValue())));
    }

    private static ClaimDemand demand(JsonNode demand) {
        if (demand.isNull()) {
            return ClaimDemand.VOLUNTARY;
        }
        if (!demand.isObject()) {
            throw malformed();
        }
        return new ClaimDemand(demand.path("essential").asBoolean(), values(demand));
    }

    private static List<String> values(JsonNode demand) {
        return demand.has("value")
                ? List.of(demand.path("value").asText())
                : StreamSupport.stream(demand.path("values").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private static RuntimeException malformed() {
        return Reason.CLAIMS_MALFORMED.refuse(
                "claims must be a JSON object with the members userinfo and id_token, each"
                        + " an object of claims, OpenID Connect Core 5.5");
    }
}
