package guichet.authorization.people.administration;

import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands for token-service's keys and status lists; the issuer stays what it is in every test. */
public final class IssuerKeys implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestIssuer.open();
        return Map.of(
                "guichet.resource.jwks-uri", TestIssuer.address() + "/jwks",
                "guichet.resource.status.lists-uri", TestIssuer.address() + "/status-lists");
    }

    @Override
    public void stop() {
        new TestIssuer().stop();
    }
}
