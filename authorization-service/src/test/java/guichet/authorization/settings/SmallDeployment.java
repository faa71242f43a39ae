package guichet.authorization.settings;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service behind somebody's TLS and gateway, with as few of everything as can be: connections
 * as the migrations need at the start, hashes at once.
 */
public final class SmallDeployment implements QuarkusTestProfile {
    public static final String ISSUER = "https://guichet.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guichet.issuer",
                ISSUER,
                "guichet.gateway.address",
                "192.0.2.1",
                "guichet.password.concurrent-hashes",
                "1",
                "guichet.password.patience",
                "20ms",
                "quarkus.datasource.jdbc.max-size",
                "3",
                "quarkus.datasource.jdbc.acquisition-timeout",
                "1s");
    }
}
