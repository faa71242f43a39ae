package guichet.registry.registration;

import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.oauth.ResponseType;
import guichet.registry.client.DeclaredClients;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.OfferedFlows;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which flows whoever registers may choose: not those that RFC 9700 advises against, unless a
 * setting opens them. The clients that the settings declare may have any.
 */
@Singleton
class OpenFlows {
    private final DeclaredClients declared;
    private final Set<GrantType> open = EnumSet.allOf(GrantType.class);

    OpenFlows(RegistrationConfig config, DeclaredClients declared) {
        this.declared = declared;
        if (!config.passwordGrant()) {
            open.remove(GrantType.PASSWORD);
        }
        if (!config.implicitFlow()) {
            open.remove(GrantType.IMPLICIT);
        }
    }

    /**
     * Ends the registration for a flow that is not open.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming the grant type
     */
    void check(List<GrantType> asked) {
        asked.stream()
                .filter(type -> !open.contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw Reason.GRANT_TYPE_NOT_OPEN.refuse(
                            "grant_types: %s is not open to registration here: the operator has to"
                                    + " declare the client, or open it",
                            type.value());
                });
    }

    /** Those, and what the declared clients have. */
    OfferedFlows onOffer() {
        var grantTypes = EnumSet.copyOf(open);
        var responseTypes = EnumSet.noneOf(ResponseType.class);
        List.of(ResponseType.values()).stream()
                .filter(type -> open.contains(type.grantType()))
                .forEach(responseTypes::add);
        for (ClientMetadata client : declared.all()) {
            grantTypes.addAll(client.grantTypes());
            responseTypes.addAll(client.responseTypes());
        }
        return new OfferedFlows(grantTypes, responseTypes);
    }
}
