package guichet.registryclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where people and messages go when a session ends.
 *
 * @param postLogoutRedirectUris where people may be sent, RP-Initiated Logout 1.0 §3
 * @param backchannelLogoutUri where the server tells of it, Back-Channel Logout 1.0 §2.2
 * @param frontchannelLogoutUri what the browser loads then, Front-Channel Logout 1.0 §2
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LogoutMetadata(
        List<String> postLogoutRedirectUris,
        Optional<URI> backchannelLogoutUri,
        boolean backchannelLogoutSessionRequired,
        Optional<URI> frontchannelLogoutUri,
        boolean frontchannelLogoutSessionRequired) {
    /** What holds for a client that registered none of it. */
    public static final LogoutMetadata NONE =
            new LogoutMetadata(List.of(), Optional.empty(), false, Optional.empty(), false);

    public LogoutMetadata {
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    }
}
