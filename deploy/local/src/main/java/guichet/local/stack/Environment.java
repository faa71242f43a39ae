package guichet.local.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings of each service, as its environment: each gets the secrets it needs and no other.
 */
record Environment(StackOptions options, Secrets secrets, Database database) {

    Map<String, String> of(Service service) {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().service(service)));
        settings.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(options.ports().management(service)));
        settings.put("GUICHET_ISSUER", options.issuer().toString());
        if (Service.withDatabase().contains(service)) {
            settings.put("GUICHET_DATABASE_URL", database.url(service));
            settings.put("GUICHET_DATABASE_USERNAME", service.database());
            settings.put("GUICHET_DATABASE_PASSWORD", secrets.databasePassword(service));
        }
        addOwn(service, settings);
        settings.putAll(options.settings().getOrDefault(service, Map.of()));
        return settings;
    }

    private void addOwn(Service service, Map<String, String> settings) {
        switch (service) {
            case REGISTRY -> {
                addSecret(settings, "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY");
                addSecret(settings, "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY");
                addSecret(settings, "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN");
                settings.put("GUICHET_INTERNAL_TOKEN_URL", address(Service.TOKEN, "127.0.0.1"));
                addSecret(settings, "GUICHET_CLIENT_SECRET_DERIVATION_KEY");
                addSecret(settings, "GUICHET_ADMINISTRATOR_SECRET");
                settings.put("GUICHET_MOVIES_IDENTIFIER", address(Service.MOVIES, "localhost"));
                addSecret(settings, "GUICHET_MOVIES_APP_SECRET");
                settings.put("GUICHET_MOVIES_APP_URL", address(Service.MOVIES_APP, "localhost"));
            }
            case AUTHORIZATION -> {
                settings.put(
                        "GUICHET_MAIL_FOLDER",
                        options.data().resolve("mail").toAbsolutePath().toString());
                addSecret(settings, "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY");
                addSecret(settings, "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION");
                settings.put("GUICHET_INTERNAL_TOKEN_URL", address(Service.TOKEN, "127.0.0.1"));
                addSecret(settings, "GUICHET_SUBJECT_DERIVATION_KEY");
                addSecret(settings, "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN");
                settings.put(
                        "GUICHET_INTERNAL_REGISTRY_URL", address(Service.REGISTRY, "127.0.0.1"));
            }
            case TOKEN -> {
                addSecret(settings, "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY");
                addSecret(settings, "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION");
                addSecret(settings, "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN");
                addSecret(settings, "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN");
                addSecret(settings, "GUICHET_TOKEN_KEY_ENCRYPTION_KEY");
                addSecret(settings, "GUICHET_TOKEN_REFRESH_DERIVATION_KEY");
                settings.put(
                        "GUICHET_INTERNAL_REGISTRY_URL", address(Service.REGISTRY, "127.0.0.1"));
                settings.put(
                        "GUICHET_INTERNAL_AUTHORIZATION_URL",
                        address(Service.AUTHORIZATION, "127.0.0.1"));
            }
            case MOVIES -> {
                settings.put("GUICHET_RESOURCE_IDENTIFIER", address(Service.MOVIES, "localhost"));
                String token = address(Service.TOKEN, "127.0.0.1");
                settings.put("GUICHET_RESOURCE_JWKS_URI", token + "/jwks");
                settings.put("GUICHET_RESOURCE_STATUS_LISTS_URI", token + "/status-lists");
            }
            case MOVIES_APP -> {
                addSecret(settings, "GUICHET_MOVIES_APP_SECRET");
                settings.put("GUICHET_MOVIES_URL", address(Service.MOVIES, "127.0.0.1"));
                settings.put("GUICHET_PROVIDER_URL", address(Service.TOKEN, "127.0.0.1"));
            }
        }
    }

    private void addSecret(Map<String, String> settings, String name) {
        settings.put(name, secrets.get(name));
    }

    private String address(Service service, String host) {
        return "http://%s:%d".formatted(host, options.ports().service(service));
    }
}
