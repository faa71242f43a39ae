package guichet.kit.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A deployment whose gateway is known, and which has all limits as they are by default. */
public final class BehindGateway implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("guichet.gateway.address", "127.0.0.1");
    }

    /** What the gateway says of a client at this address. */
    public static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address);
    }
}
