package guichet.authorization.protocol.grant;

import guichet.kit.secret.ConfiguredKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.TokenKind;
import guichet.registryclient.OpenIdMetadata;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * How clients know people, OpenID Connect Core §8: by the same name everywhere, or by one that is
 * derived for each sector, so that clients of different sectors cannot compare their people.
 */
@ApplicationScoped
public class Subjects {

    private final Derivation derivation;

    Subjects(SubjectConfig config) {
        this.derivation =
                new Derivation(
                        TokenKind.PAIRWISE_SUBJECT,
                        ConfiguredKey.of(config.derivationKey(), Derivation.ALGORITHM));
    }

    /** The {@code sub} of this person for this client. */
    public String of(UUID personId, RegisteredClient client) {
        OpenIdMetadata openId = client.metadata().openId();
        return switch (openId.subjectType()) {
            case PUBLIC -> personId.toString();
            case PAIRWISE -> derivation.of(sector(client) + " " + personId).reveal();
        };
    }

    private static String sector(RegisteredClient client) {
        return client.metadata()
                .openId()
                .sectorIdentifier()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "pairwise client %s without a sector"
                                        .formatted(client.clientId())));
    }
}
