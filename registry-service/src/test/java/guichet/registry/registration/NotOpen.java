package guichet.registry.registration;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A deployment where not everybody may register, and whose settings have no token that would, but a
 * client that was given the password grant.
 */
public final class NotOpen implements QuarkusTestProfile {
    static final String KIOSK = "cinema-kiosk";

    @Override
    public Map<String, String> getConfigOverrides() {
        String kiosk = "guichet.clients." + KIOSK;
        return Map.of(
                "guichet.registration.open",
                "false",
                "guichet.registration.password-grant",
                "false",
                "guichet.registration.implicit-flow",
                "false",
                kiosk + ".grant-types",
                "password",
                kiosk + ".token-endpoint-auth-method",
                "none");
    }
}
