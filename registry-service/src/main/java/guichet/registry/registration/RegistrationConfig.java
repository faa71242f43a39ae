package guichet.registry.registration;

import guichet.guard.setting.Between;
import guichet.guard.setting.CheckedBy;
import guichet.guard.setting.MustBe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may register applications. */
@CheckedBy(StatementKeys.class)
@ConfigMapping(prefix = "guichet.registration")
interface RegistrationConfig {
    /** Whether anybody may, without an initial access token. */
    @WithDefault("false")
    boolean open();

    /** The initial access tokens, RFC 7591 §3; two at a time let one be replaced. */
    @Between(least = "32")
    Optional<List<Secret<String>>> initialAccessTokens();

    /**
     * Whether clients may register for {@code password}, RFC 6749 §4.3, which RFC 9700 §2.4
     * forbids; otherwise it is for those that the settings declare.
     */
    @WithDefault("false")
    boolean passwordGrant();

    /**
     * Whether clients may register for {@code implicit}, OpenID Connect Core §3.2, likewise; RFC
     * 9700 §2.1.2 advises against it.
     */
    @WithDefault("false")
    boolean implicitFlow();

    /**
     * Schemes without a dot by which applications on devices may be reached, beside those that RFC
     * 8252 §7.1 makes of a domain.
     */
    @MustBe(
            value = "schemes that lead to an application, without their colon, such as cursor",
            test = RedirectSchemes.CanBeLetIn.class)
    Optional<List<String>> schemes();

    /**
     * Whose software statements are believed, RFC 7591 §2.3, by a name of the operator's choice.
     */
    Map<String, TrustedStatements> trustedStatements();

    /** Somebody who signs software statements. */
    interface TrustedStatements {
        /** The {@code iss} of the statements. */
        String issuer();

        /** The keys that sign them, a JWK Set; or else {@link #jwksUri}. */
        Optional<String> jwks();

        /** Where those keys are published. */
        Optional<URI> jwksUri();
    }
}
