package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.ClientMetadata;
import guichet.registry.client.DeclaredClient;
import guichet.registry.client.DeclaredClients;
import guichet.registry.signing.SigningAlgorithms;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final String SECONDS = "default_max_age";
    private static final Pattern YES_OR_NO = Pattern.compile("true|false");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private static final Set<String> LISTS =
            Set.of(
                    "contacts",
                    "default_acr_values",
                    "grant_types",
                    "post_logout_redirect_uris",
                    "redirect_uris",
                    "request_uris",
                    "response_types");
    private static final Set<String> FLAGS =
            Set.of(
                    "backchannel_logout_session_required",
                    "frontchannel_logout_session_required",
                    "require_auth_time",
                    "require_pkce",
                    "rotate_refresh_tokens",
                    "userinfo_claims_in_id_token");

    private final Config config;
    private final MetadataReader reader;
    private final DeclaredClients clients;
    private final SigningAlgorithms algorithms;

    ClientSettings(
            Config config,
            MetadataReader reader,
            DeclaredClients clients,
            SigningAlgorithms algorithms) {
        this.config = config;
        this.reader = reader;
        this.clients = clients;
        this.algorithms = algorithms;
    }

    void declare(@Observes StartupEvent event) {
        List<DeclaredClient> declared =
                byClientId().entrySet().stream()
                        .flatMap(each -> client(each.getKey(), each.getValue()).stream())
                        .toList();
        clients.replace(declared);
        declared.stream().map(DeclaredClient::metadata).forEach(algorithms::announce);
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

    private Optional<DeclaredClient> client(String clientId, Map<String, String> settings) {
        try {
            ClientMetadata metadata = reader.readDeclared(json(settings));
            if (!metadata.needsSecret()) {
                return Optional.of(new DeclaredClient(clientId, metadata, Optional.empty()));
            }
            requireChoosable(clientId, metadata);
            return Optional.ofNullable(settings.get(SECRET))
                    .map(secret -> Optional.of(secret(clientId, secret)))
                    .map(secret -> new DeclaredClient(clientId, metadata, secret));
        } catch (OAuthException refused) {
            throw new IllegalStateException(
                    "%s%s: %s".formatted(PREFIX, clientId, refused.error().description()), refused);
        }
    }

    private static JsonNode json(Map<String, String> settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        settings.forEach((member, value) -> {
            String name = member.replace('-', '_');
            if (LISTS.contains(name)) {
                var list = json.putArray(name);
                Stream.of(value.split(",")).map(String::strip).forEach(list::add);
            } else if (FLAGS.contains(name) && YES_OR_NO.matcher(value).matches()) {
                json.put(name, Boolean.parseBoolean(value));
            } else if (name.equals(SECONDS) && DIGITS.matcher(value).matches()) {
                json.put(name, Long.parseLong(value));
            } else if (!name.equals(SECRET)) {
                json.put(name, value);
            }
        });
        return json;
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
