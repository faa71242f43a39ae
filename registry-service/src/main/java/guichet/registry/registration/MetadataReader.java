package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.registry.Actor;
import guichet.kit.registry.OpenIdMetadata;
import guichet.kit.registry.ResourceCatalogue;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.OAuthError.InvalidRedirectUri;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registry.client.ClientMetadata;
import guichet.registry.client.Software;
import guichet.registry.resource.OfferedResources;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the metadata of a registration, RFC 7591 §2 and OpenID Connect Dynamic Client
 * Registration §2; unknown members are ignored.
 */
@Singleton
class MetadataReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_STATEMENT = 10_000;

    private final OfferedResources resources;
    private final SectorIdentifiers sectors;

    MetadataReader(OfferedResources resources, SectorIdentifiers sectors) {
        this.resources = resources;
        this.sectors = sectors;
    }

    /**
     * The metadata, with what was left out filled in.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_redirect_uri} or {@code
     *     invalid_client_metadata}, naming the member
     */
    ClientMetadata read(JsonNode json) {
        return metadata(json, resources.registrable());
    }

    /** The same of a client that the settings declare, which may name reserved scopes too. */
    ClientMetadata readDeclared(JsonNode json) {
        return metadata(json, resources.catalogue());
    }

    private ClientMetadata metadata(JsonNode json, ResourceCatalogue catalogue) {
        var fields = new MetadataFields(json);
        Flows flows = Flows.read(fields);
        ClientAuthenticationMethod method = authenticationMethod(fields, flows);
        List<String> redirectUris = redirectUris(fields, flows);
        Optional<URI> sectorUri = WebAddress.called(fields, SectorIdentifiers.MEMBER);
        OpenIdMetadata openId =
                OpenIdReader.read(fields, redirectUris, sectors.of(sectorUri, redirectUris));
        if (flows.include(GrantType.IMPLICIT)) {
            RedirectAddress.checkImplicit(openId.applicationType(), redirectUris);
        }
        return new ClientMetadata(
                fields.text("client_name", LONGEST_NAME).orElse(null),
                WebAddress.page(fields, "client_uri").orElse(null),
                fields.text("description", LONGEST_TEXT).orElse(null),
                WebAddress.page(fields, "logo_uri").orElse(null),
                WebAddress.page(fields, "tos_uri").orElse(null),
                WebAddress.page(fields, "policy_uri").orElse(null),
                fields.texts("contacts", LONGEST_NAME).orElse(List.of()),
                redirectUris,
                failureRedirectUri(fields),
                flows.grantTypes(),
                flows.responseTypes(),
                scope(fields, flows, catalogue),
                method,
                KeysReader.read(fields, method),
                OpenIdReader.ours(fields, "introspection_signed_response_alg").orElse(null),
                openId,
                sectorUri.map(URI::toString).orElse(null),
                LogoutReader.read(fields, redirectUris),
                rotatesRefreshTokens(fields, method),
                fields.flag("require_pkce", false),
                software(fields));
    }

    private static boolean rotatesRefreshTokens(
            MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        boolean rotates = fields.flag("rotate_refresh_tokens", true);
        if (!rotates && method == ClientAuthenticationMethod.NONE) {
            throw fault(
                    Reason.METADATA_CONTRADICTORY,
                    "rotate_refresh_tokens",
                    "must be true for a public client, RFC 9700 2.2.2");
        }
        return rotates;
    }

    private static Software software(MetadataFields fields) {
        return new Software(
                fields.text("software_id", LONGEST_NAME).orElse(null),
                fields.text("software_version", LONGEST_NAME).orElse(null),
                fields.text(SoftwareStatements.MEMBER, LONGEST_STATEMENT).orElse(null));
    }

    private static @Nullable ClientAuthenticationMethod authenticationMethod(
            MetadataFields fields, Flows flows) {
        Optional<String> named = fields.text("token_endpoint_auth_method", LONGEST_NAME);
        if (named.isEmpty()) {
            return null;
        }
        var method =
                ClientAuthenticationMethod.find(named.get())
                        .orElseThrow(() ->
                                fault(
                                        Reason.METADATA_UNSUPPORTED,
                                        "token_endpoint_auth_method",
                                        "must be client_secret_basic, client_secret_post,"
                                                + " private_key_jwt, client_secret_jwt or"
                                                + " none"));
        if (method == ClientAuthenticationMethod.NONE
                && flows.include(GrantType.CLIENT_CREDENTIALS)) {
            throw fault(
                    Reason.METADATA_CONTRADICTORY,
                    "token_endpoint_auth_method",
                    "client_credentials needs a client that can keep a secret: not none");
        }
        return method;
    }

    private static List<String> redirectUris(MetadataFields fields, Flows flows) {
        List<String> addresses =
                fields.texts("redirect_uris", WebAddress.LONGEST).orElse(List.of());
        if (addresses.isEmpty() && flows.leadBack()) {
            throw new InvalidRedirectUri(
                            Reason.REDIRECT_URI_MISSING,
                            "redirect_uris: authorization_code and implicit need one or more")
                    .refuse();
        }
        addresses.forEach(address -> checkRedirectAddress("redirect_uris", address));
        return addresses;
    }

    private static @Nullable String failureRedirectUri(MetadataFields fields) {
        Optional<String> address = fields.text("failure_redirect_uri", WebAddress.LONGEST);
        address.ifPresent(it -> checkRedirectAddress("failure_redirect_uri", it));
        return address.orElse(null);
    }

    private static void checkRedirectAddress(String field, String address) {
        RedirectAddress.faultOf(address)
                .ifPresent(fault -> {
                    throw new InvalidRedirectUri(
                                    Reason.REDIRECT_URI_NOT_ALLOWED,
                                    field + ": each address " + fault)
                            .refuse();
                });
    }

    /** The scopes asked for, or all but the reserved ones that the grant types can have. */
    private Scope scope(MetadataFields fields, Flows flows, ResourceCatalogue catalogue) {
        Optional<String> asked = fields.text("scope", LONGEST_TEXT);
        if (asked.isEmpty()) {
            return possible(flows, resources.registrable());
        }
        Scope scope = parsed(asked.get());
        Scope tooMuch = scope.without(possible(flows, catalogue));
        if (!tooMuch.isEmpty()) {
            throw fault(
                    Reason.SCOPE_NOT_ON_OFFER,
                    "scope",
                    "%s is not on offer for these grant_types".formatted(tooMuch));
        }
        return scope;
    }

    private static Scope possible(Flows flows, ResourceCatalogue catalogue) {
        Scope possible = Scope.NONE;
        for (Actor actor : flows.actors()) {
            possible = possible.and(catalogue.grantable(catalogue.scope(), actor).tokens());
        }
        return possible;
    }

    private static Scope parsed(String text) {
        try {
            return Scope.parse(text);
        } catch (OAuthException refused) {
            throw fault(refused.error().reason(), "scope", refused.error().description());
        }
    }
}
