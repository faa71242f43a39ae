package guichet.registry.registration;

import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignKeys;
import guichet.kit.outside.PublishedKeys;
import guichet.registry.registration.RegistrationConfig.TrustedStatements;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads from the settings whose software statements are believed; a fault stops the start. */
@Singleton
class StatementIssuers {
    private final PublishedKeys published;

    StatementIssuers(PublishedKeys published) {
        this.published = published;
    }

    List<StatementIssuer> of(Map<String, TrustedStatements> settings) {
        return settings.entrySet().stream()
                .map(each -> issuer(each.getKey(), each.getValue()))
                .toList();
    }

    private StatementIssuer issuer(String name, TrustedStatements setting) {
        if (setting.jwks().isPresent() == setting.jwksUri().isPresent()) {
            throw fault(name, "needs either jwks or jwks-uri");
        }
        return setting.jwksUri()
                .<StatementIssuer>map(
                        uri -> new StatementIssuer.Publishing(setting.issuer(), uri, published))
                .orElseGet(() ->
                        new StatementIssuer.WithKeys(
                                setting.issuer(), keys(name, setting.jwks().orElseThrow())));
    }

    private static ForeignKeys keys(String name, String jwks) {
        try {
            ForeignKeys keys = ForeignKeys.read(jwks);
            if (keys.isEmpty()) {
                throw fault(name, "has a jwks without a public key that can be used");
            }
            return keys;
        } catch (ForeignFault _) {
            throw fault(name, "has a jwks that is no JWK Set");
        }
    }

    private static IllegalStateException fault(String name, String fault) {
        return new IllegalStateException(
                "guichet.registration.trusted-statements.%s: %s".formatted(name, fault));
    }
}
