package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as there are keys to validate tokens with. */
@Readiness
@ApplicationScoped
class KeysPresent implements HealthCheck {
    private final PublishedKeys keys;

    KeysPresent(PublishedKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder()
                .name("the issuer's public keys are here")
                .status(!keys.areMissing())
                .build();
    }
}
