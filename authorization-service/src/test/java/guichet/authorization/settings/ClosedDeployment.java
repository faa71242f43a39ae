package guichet.authorization.settings;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A deployment without mail, which makes its accounts itself, where nothing outlives a session, and
 * that lets through what applications do that are old or being written.
 */
public final class ClosedDeployment implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guichet.sign-up.open", "false",
                "quarkus.mailer.from", "",
                "guichet.logout.ends-offline-access", "true",
                "guichet.authorization.error-redirects", "all",
                "guichet.authorization.pkce", "public",
                "guichet.authorization.remember-loopback", "true");
    }
}
