package guichet.registry.registration;

import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.DeclaredClient;
import guichet.registry.resource.Offer;
import guichet.registryclient.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * The clients that the settings declare: {@code guichet.clients.<client_id>.<member>}, the members
 * of RFC 7591 §2 written with dashes, but {@code jwks}, and {@code secret}. They are checked as any
 * registration is, and no member may be unknown; a client that needs a secret and is given none is
 * not there.
 */
@ApplicationScoped
class ClientSettings {
    private static final String PREFIX = "guichet.clients.";
    private static final String SECRET = "secret";
    private static final int SHORTEST_SECRET = 32;

    private final Config config;
    private final MetadataReader reader;

    ClientSettings(Config config, MetadataReader reader) {
        this.config = config;
        this.reader = reader;
    }

    /**
     * Reads and checks them all.
     *
     * @param offer the APIs that will be on offer, whose scopes they may have
     * @throws IllegalStateException naming the client that cannot be so
     */
    List<DeclaredClient> read(Offer offer) {
        return byClientId().entrySet().stream()
                .flatMap(each -> client(each.getKey(), each.getValue(), offer).stream())
                .toList();
    }

    private Map<String, Map<String, String>> byClientId() {
        var clientIds = new TreeMap<String, Map<String, String>>();
        for (String setting : config.getPropertyNames()) {
            int end = setting.indexOf('.', PREFIX.length());
            if (setting.startsWith(PREFIX) && end > 0) {
                String clientId = setting.substring(PREFIX.length(), end);
                var members = clientIds.computeIfAbsent(clientId, _ -> new TreeMap<>());
                config.getOptionalValue(setting, String.class)
                        .ifPresent(value -> members.put(setting.substring(end + 1), value));
            }
        }
        return clientIds;
    }

    private Optional<DeclaredClient> client(
            String clientId, Map<String, String> settings, Offer offer) {
        try {
            var members = new TreeMap<>(settings);
            Optional<String> secret = Optional.ofNullable(members.remove(SECRET));
            ClientMetadata metadata = reader.readDeclared(members, offer);
            if (!metadata.needsSecret()) {
                return Optional.of(new DeclaredClient(clientId, metadata, Optional.empty()));
            }
            requireChoosable(clientId, metadata);
            return secret.map(it -> Optional.of(secret(clientId, it)))
                    .map(it -> new DeclaredClient(clientId, metadata, it));
        } catch (OAuthException refused) {
            throw new IllegalStateException(
                    "%s%s: %s".formatted(PREFIX, clientId, refused.error().description()), refused);
        }
    }

    /** Secrets that serve as HMAC keys are derived by the server: nobody can choose one. */
    private static void requireChoosable(String clientId, ClientMetadata metadata) {
        if (metadata.sharesSecret()) {
            throw new IllegalStateException(
                    "%s%s.token-endpoint-auth-method: not client_secret_jwt; take private_key_jwt"
                            .formatted(PREFIX, clientId));
        }
    }

    private static OpaqueToken secret(String clientId, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "%s%s.%s: needs %d characters or more"
                            .formatted(PREFIX, clientId, SECRET, SHORTEST_SECRET));
        }
        return OpaqueToken.of(secret);
    }
}
