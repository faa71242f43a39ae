package guichet.registryclient;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.GrantType;
import guichet.oauth.ResponseType;
import java.util.EnumSet;
import java.util.Set;

/**
 * The ways in which some client here may get tokens, RFC 8414 §2: those that are open to whoever
 * registers, and those of the clients that the settings declare.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OfferedFlows(Set<GrantType> grantTypes, Set<ResponseType> responseTypes) {
    /** Every one that there is. */
    static final OfferedFlows ALL =
            new OfferedFlows(EnumSet.allOf(GrantType.class), EnumSet.allOf(ResponseType.class));

    public OfferedFlows {
        grantTypes = Set.copyOf(grantTypes);
        responseTypes = Set.copyOf(responseTypes);
    }
}
