package guichet.bench.suite;

import guichet.local.stack.Service;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of the services, beside what every stack has.
 *
 * @param pool how many connections to the database each has
 * @param initialAccessToken with which somebody may register
 */
record Settings(int pool, String initialAccessToken) {
    /** All load comes from one application and one network, which would be a flood elsewhere. */
    private static final String UNLIMITED = "1000000/1s";

    Map<Service, Map<String, String>> byService() {
        return Map.of(
                Service.REGISTRY,
                with(
                        Map.of(
                                "GUICHET_REGISTRATION_INITIAL_ACCESS_TOKENS",
                                initialAccessToken,
                                "GUICHET_REGISTRATION_PASSWORD_GRANT",
                                "true")),
                Service.AUTHORIZATION,
                with(Map.of()),
                Service.TOKEN,
                with(
                        Map.of(
                                "GUICHET_LIMIT_PASSWORD_GRANT", UNLIMITED,
                                "GUICHET_LIMIT_PASSWORD_GRANT_OF_CLIENT", UNLIMITED)),
                Service.MOVIES,
                with(Map.of()));
    }

    private Map<String, String> with(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", Integer.toString(pool));
        return all;
    }
}
