package guichet.resource;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as there are keys to validate tokens with. */
@Readiness
@ApplicationScoped
@UnlessBuildProperty(name = "guichet.issues-tokens", stringValue = "true", enableIfMissing = true)
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
