package guichet.token.settings;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A deployment whose issuer has a path, which takes parameters in addresses and of clients nothing
 * but the method that they registered and assertions for the issuer.
 */
public final class OtherSettings implements QuarkusTestProfile {
    public static final String ISSUER = "https://example.com/sso";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guichet.issuer", ISSUER,
                "guichet.token.query-parameters", "accept",
                "guichet.token.client.registered-method-only", "true",
                "guichet.token.client.issuer-audience-only", "true");
    }
}
