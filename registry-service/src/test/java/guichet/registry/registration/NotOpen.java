package guichet.registry.registration;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A deployment where not everybody may register, and whose settings have no token that would. */
public final class NotOpen implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("guichet.registration.open", "false");
    }
}
