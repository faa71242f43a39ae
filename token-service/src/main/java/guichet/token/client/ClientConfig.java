package guichet.token.client;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients may prove who they are. */
@ConfigMapping(prefix = "guichet.token.client")
interface ClientConfig {
    /**
     * Whether a client that registered one way of sending its secret is held to it: otherwise the
     * secret is taken from the header and from the form alike.
     */
    @WithDefault("false")
    boolean registeredMethodOnly();

    /**
     * How far ahead an assertion may expire: as long is each remembered, so that it is good once; a
     * bound on what has to be kept. An hour is what stock libraries write unless told.
     */
    @WithDefault("1h")
    @Between(least = "1m", most = "24h")
    Duration assertionLifetime();

    /**
     * Whether assertions must name the issuer as their audience, as OAuth's next rules for them
     * have it (draft-ietf-oauth-rfc7523bis): otherwise the token endpoint will do too, which stock
     * libraries still write.
     */
    @WithDefault("false")
    boolean issuerAudienceOnly();
}
