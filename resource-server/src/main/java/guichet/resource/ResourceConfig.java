package guichet.resource;

import guichet.guard.setting.Between;
import guichet.guard.setting.MustBe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this API is, and whose tokens it takes; the issuer is {@code guichet.issuer}. */
@ConfigMapping(prefix = "guichet.resource")
interface ResourceConfig {
    /** The API's own address, which tokens must name in {@code aud}, RFC 8707 §2. */
    String identifier();

    /** The API's name for people, told to clients, RFC 9728 §2. */
    Optional<String> name();

    /** The scopes that the API asks for, told likewise; none is told when empty. */
    Optional<List<String>> scopes();

    /** Where the issuer publishes its keys. */
    URI jwksUri();

    /**
     * Of Quarkus' TLS configurations that which says who vouches for the server where keys and
     * ended grants are published; without one, the authorities of the JDK do.
     */
    Optional<String> tlsConfigurationName();

    /** How far the clocks of issuer and API may differ. */
    @WithDefault("30s")
    @Between(least = "0s", most = "30s")
    Duration leeway();

    /** The signature algorithms taken: ES, PS, RS or EdDSA; {@code none} and HMAC never. */
    @WithDefault("ES256")
    @MustBe(
            value = "some of ES256, RS256, PS256, EdDSA and their like, comma-separated",
            test = HasKeyPair.class)
    Set<String> algorithms();

    /** How withdrawn keys are seen. */
    Keys keys();

    /** How the issuer's keys are kept. */
    interface Keys {
        /** How often it is asked whether the keys are still the same. */
        @WithDefault("5s")
        @Between(least = "1s", most = "1m")
        Duration recheck();
    }

    /** How ended grants are seen. */
    Status status();

    /** How the issuer's status lists are read. */
    interface Status {
        /** Where the issuer publishes them, without a slash at the end. */
        URI listsUri();

        /** How often a list is asked for. */
        @Between(least = "1s")
        Duration poll();

        /**
         * How long tokens whose grant was good are taken while the list is not to be had; after
         * that they are answered 503. {@code 0s} refuses them at once.
         */
        @WithDefault("10m")
        @Between(least = "0s", most = "12h")
        Duration outage();
    }
}
