package guichet.resource;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** What this API is, and whose tokens it takes; the issuer is {@code guichet.issuer}. */
@ConfigMapping(prefix = "guichet.resource")
interface ResourceConfig {
    /** The API's own address, which tokens must name in {@code aud}, RFC 8707 §2. */
    String identifier();

    /** Where the issuer publishes its keys. */
    URI jwksUri();

    /** How far the clocks of issuer and API may differ: 30 seconds at most. */
    @WithDefault("30s")
    Duration leeway();

    /** The signature algorithms taken: ES, PS, RS or EdDSA; {@code none} and HMAC never. */
    @WithDefault("ES256")
    Set<String> algorithms();
}
