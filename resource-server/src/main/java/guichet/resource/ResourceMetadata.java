package guichet.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.BearerChallenge;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Protected resource metadata, RFC 9728 §2: by which a client learns whose tokens to bring. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(Include.NON_EMPTY) // RFC 9728 §3.2
record ResourceMetadata(
        String resource,
        Optional<String> resourceName,
        List<String> authorizationServers,
        List<String> scopesSupported,
        List<String> bearerMethodsSupported) {
    static final String PATH = "/.well-known/oauth-protected-resource";

    static ResourceMetadata of(ResourceConfig config, String issuer) {
        return new ResourceMetadata(
                config.identifier(),
                config.name(),
                List.of(issuer),
                config.scopes().orElse(List.of()),
                List.of("header"));
    }

    /** What the API says of itself where it asks for a token, §5.1. */
    static BearerChallenge challenge(ResourceConfig config) {
        return BearerChallenge.ofApi(config.identifier(), addressFor(config.identifier()));
    }

    /** Where it is served: the well-known path before the identifier's own, RFC 9728 §3.1. */
    static String addressFor(String identifier) {
        var uri = URI.create(identifier);
        return "%s://%s%s%s"
                .formatted(uri.getScheme(), uri.getRawAuthority(), PATH, pathOf(identifier));
    }

    /** The path of an identifier; empty for a bare origin. */
    static String pathOf(String identifier) {
        String path = URI.create(identifier).getRawPath();
        return path == null || path.equals("/") ? "" : path;
    }
}
