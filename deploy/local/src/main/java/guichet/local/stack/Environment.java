package guichet.local.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of each service, as its environment: each gets the secrets it needs and no other.
 *
 * @param certificate the folder of that with which services call each other
 */
record Environment(StackOptions options, Secrets secrets, Database database, Path certificate) {
    /** Whom the gateway tells where clients are. */
    private static final Set<Service> BEHIND_THE_GATEWAY =
            EnumSet.of(Service.REGISTRY, Service.AUTHORIZATION, Service.TOKEN);

    Map<String, String> of(Service service) {
        var settings = new HashMap<>(addresses(service));
        settings.put("QUARKUS_PROFILE", options.deployment().profile());
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().service(service)));
        settings.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(options.ports().management(service)));
        settings.put("GUICHET_ISSUER", options.issuer().toString());
        if (Service.withNeighbours().contains(service)) {
            settings.put(
                    "QUARKUS_HTTP_SSL_PORT", Integer.toString(options.ports().internal(service)));
            settings.put("GUICHET_INTERNAL_TLS_FOLDER", certificate.toString());
        }
        if (Service.withDatabase().contains(service)) {
            settings.put("GUICHET_DATABASE_URL", database.url(service));
            settings.put("GUICHET_DATABASE_USERNAME", service.database());
            settings.put("GUICHET_DATABASE_PASSWORD", secrets.databasePassword(service));
        }
        if (BEHIND_THE_GATEWAY.contains(service)) {
            settings.put("GUICHET_GATEWAY_ADDRESS", "127.0.0.1");
        }
        if (service == Service.AUTHORIZATION && options.deployment().isLocal()) {
            settings.put(
                    "GUICHET_MAIL_FOLDER",
                    options.data().resolve("mail").toAbsolutePath().toString());
        }
        Secrets.of(service).forEach(name -> settings.put(name, secrets.get(name)));
        settings.putAll(options.settings().getOrDefault(service, Map.of()));
        return settings;
    }

    /** Of a run that brings the tables to this version and ends. */
    Map<String, String> ofMigration(Service service) {
        var settings = new HashMap<>(of(service));
        settings.put("GUICHET_DATABASE_MIGRATE_AT_START", "true");
        settings.put("QUARKUS_INIT_AND_EXIT", "true");
        return settings;
    }

    /** Where it finds the others, or where people find it. */
    private Map<String, String> addresses(Service service) {
        String registry = internal(Service.REGISTRY);
        String authorization = internal(Service.AUTHORIZATION);
        String token = internal(Service.TOKEN);
        String provider = address(Service.TOKEN, "127.0.0.1");
        String movies = address(Service.MOVIES, "localhost");
        return switch (service) {
            case REGISTRY ->
                    Map.of(
                            "QUARKUS_CONFIG_LOCATIONS",
                            LocalStack.movies(options.root()).toString(),
                            "GUICHET_INTERNAL_TOKEN_URL",
                            token,
                            "GUICHET_MOVIES_IDENTIFIER",
                            movies,
                            "GUICHET_MOVIES_APP_URL",
                            address(Service.MOVIES_APP, "localhost"));
            case AUTHORIZATION ->
                    Map.of(
                            "GUICHET_INTERNAL_TOKEN_URL", token,
                            "GUICHET_INTERNAL_REGISTRY_URL", registry);
            case TOKEN ->
                    Map.of(
                            "GUICHET_INTERNAL_REGISTRY_URL", registry,
                            "GUICHET_INTERNAL_AUTHORIZATION_URL", authorization);
            case MOVIES ->
                    Map.of(
                            "GUICHET_RESOURCE_IDENTIFIER", movies,
                            "GUICHET_RESOURCE_JWKS_URI", provider + "/jwks",
                            "GUICHET_RESOURCE_STATUS_LISTS_URI", provider + "/status-lists");
            case MOVIES_APP ->
                    Map.of(
                            "GUICHET_MOVIES_URL",
                            address(Service.MOVIES, "127.0.0.1"),
                            "GUICHET_PROVIDER_URL",
                            provider);
        };
    }

    private String internal(Service service) {
        return "https://127.0.0.1:%d".formatted(options.ports().internal(service));
    }

    private String address(Service service, String host) {
        return "http://%s:%d".formatted(host, options.ports().service(service));
    }
}
