package guichet.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Protected resource metadata, RFC 9728 §2: by which a client learns whose tokens to bring. */
record ResourceMetadata(
        @JsonProperty("resource") String resource,
        @JsonProperty("authorization_servers") List<String> authorizationServers,
        @JsonProperty("scopes_supported") Set<String> scopesSupported,
        @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported) {
    static final String PATH = "/.well-known/oauth-protected-resource";

    static ResourceMetadata of(ResourceConfig config, String issuer) {
        return new ResourceMetadata(
                config.identifier(),
                List.of(issuer),
                config.scopes().orElse(Set.of()),
                List.of("header"));
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
