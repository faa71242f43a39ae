package guichet.registry.registration;

import guichet.outside.PublishedKeys;
import guichet.registry.registration.RegistrationConfig.TrustedStatements;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads from the settings whose software statements are believed. */
@Singleton
class StatementIssuers {
    private final PublishedKeys published;

    StatementIssuers(PublishedKeys published) {
        this.published = published;
    }

    List<StatementIssuer> of(Map<String, TrustedStatements> settings) {
        return settings.values().stream().map(this::issuer).toList();
    }

    private StatementIssuer issuer(TrustedStatements setting) {
        return setting.jwksUri()
                .<StatementIssuer>map(
                        uri -> new StatementIssuer.Publishing(setting.issuer(), uri, published))
                .orElseGet(() ->
                        new StatementIssuer.WithKeys(
                                setting.issuer(),
                                StatementKeys.read(setting.jwks().orElseThrow()).orElseThrow()));
    }
}
