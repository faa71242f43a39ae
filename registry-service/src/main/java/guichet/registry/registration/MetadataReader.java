package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.LONGEST_WORD;
import static guichet.registry.registration.MetadataFields.contradictory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.RequestBody;
import guichet.lint.Linter;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Reason;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.registration.SoftwareStatements.Applied;
import guichet.registry.resource.Offer;
import guichet.registry.resource.OfferedResources;
import guichet.registryclient.ApplicationType;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.LogoutMetadata;
import guichet.registryclient.ResourceCatalogue;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the metadata of a registration, RFC 7591 §2 and OpenID Connect Dynamic Client
 * Registration §2; unknown members of somebody who registers are ignored.
 */
@Singleton
class MetadataReader {
    private static final LeftOut<ClientAuthenticationMethod> UNKNOWN_AUTHENTICATION =
            new LeftOut<>(
                    Reason.METADATA_UNSUPPORTED,
                    "must be client_secret_basic, client_secret_post, private_key_jwt,"
                            + " client_secret_jwt or none");

    private static final String AUTHENTICATION = "token_endpoint_auth_method";
    private static final String DEFAULT_RESOURCE = "default_resource";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_STATEMENT = 10_000;

    private static final OtherLanguages.Reader PAGE =
            (fields, member) -> WebAddress.page(fields, member).map(URI::toString);

    private static final Map<String, OtherLanguages.Reader> SHOWN =
            Map.of(
                    "client_name", (fields, member) -> fields.shown(member, LONGEST_NAME),
                    "description", (fields, member) -> fields.shown(member, LONGEST_TEXT),
                    "client_uri", PAGE,
                    "logo_uri", PAGE,
                    "tos_uri", PAGE,
                    "policy_uri", PAGE);

    private final OfferedResources resources;
    private final SectorIdentifiers sectors;
    private final RedirectSchemes schemes;
    private final SoftwareStatements statements;
    private final OpenFlows openFlows;
    private final RegistrationBounds bounds;

    MetadataReader(
            OfferedResources resources,
            SectorIdentifiers sectors,
            RedirectSchemes schemes,
            SoftwareStatements statements,
            OpenFlows openFlows,
            RegistrationBounds bounds) {
        this.resources = resources;
        this.sectors = sectors;
        this.schemes = schemes;
        this.statements = statements;
        this.openFlows = openFlows;
        this.bounds = bounds;
    }

    /**
     * The members of a body, with the claims of its software statement in place of its own.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} when it is no JSON object, or
     *     when the statement is refused
     */
    Applied members(String body) {
        return statements.applied(RequestBody.object(body));
    }

    /**
     * The metadata, with what was not named filled in, and without what is not known here.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_redirect_uri} or {@code
     *     invalid_client_metadata}, naming the member
     */
    TakenMetadata read(Applied request) {
        bounds.checkKeys(request.members());
        var fields = MetadataFields.sent(request.members());
        Offer offer = resources.offer();
        ClientMetadata metadata = metadata(fields, offer, offer.registrable());
        openFlows.check(metadata.grantTypes());
        bounds.checkSize(metadata);
        return new TakenMetadata(
                metadata, fields.replaced(), Linter.lint(fields.taken()), request.voucher());
    }

    /**
     * The same of a client that the settings declare, which may name reserved scopes too; what is
     * not known here is refused.
     *
     * @param offer the APIs that will be on offer
     */
    ClientMetadata readDeclared(Map<String, String> settings, Offer offer) {
        var fields = MetadataFields.declared(settings);
        ClientMetadata metadata = metadata(fields, offer, offer.all());
        fields.refuseUnknown();
        return metadata;
    }

    /**
     * The same of an application that an administrator keeps: what is not known here is refused,
     * and what only clients of the settings may have. How it authenticates is always said, RFC 7591
     * §2: what is exported says it too, and means the same.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming the member
     */
    ClientMetadata readAdministered(ObjectNode members) {
        if (!members.hasNonNull(AUTHENTICATION)) {
            members.put(AUTHENTICATION, ClientAuthenticationMethod.CLIENT_SECRET_BASIC.toString());
        }
        bounds.checkKeys(members);
        var fields = MetadataFields.exact(members);
        Offer offer = resources.offer();
        ClientMetadata metadata = metadata(fields, offer, offer.registrable());
        fields.refuseUnknown();
        openFlows.check(metadata.grantTypes());
        bounds.checkSize(metadata);
        return metadata;
    }

    /**
     * The metadata.
     *
     * @param open the APIs whose scopes the client may have, of those on offer
     */
    private ClientMetadata metadata(MetadataFields fields, Offer offer, ResourceCatalogue open) {
        ClientAuthenticationMethod method = authenticationMethod(fields);
        Flows named = Flows.read(fields, method);
        List<String> redirectUris = redirectUris(fields, named);
        ApplicationType asked = ApplicationTypeReader.asked(fields, redirectUris);
        Flows flows = asked == ApplicationType.WEB ? named.safe(fields, redirectUris) : named;
        ApplicationType type = ApplicationTypeReader.taken(fields, asked, redirectUris);
        Optional<URI> jwksUri = WebAddress.called(fields, "jwks_uri");
        Optional<String> failureRedirectUri = failureRedirectUri(fields);
        LogoutMetadata logout = LogoutReader.read(fields, redirectUris, schemes);
        Optional<URI> sectorUri = WebAddress.called(fields, SectorIdentifiers.MEMBER);
        return new ClientMetadata(
                fields.shown("client_name", LONGEST_NAME),
                WebAddress.page(fields, "client_uri"),
                fields.shown("description", LONGEST_TEXT),
                WebAddress.page(fields, "logo_uri"),
                WebAddress.page(fields, "tos_uri"),
                WebAddress.page(fields, "policy_uri"),
                OtherLanguages.read(fields, SHOWN),
                fields.texts("contacts", LONGEST_NAME).orElse(List.of()),
                redirectUris,
                failureRedirectUri,
                flows.grantTypes(),
                flows.responseTypes(),
                ScopeReader.read(fields, flows, offer, open),
                Optional.ofNullable(method),
                KeysReader.algorithm(fields, method),
                KeysReader.jwks(fields, method, jwksUri),
                jwksUri,
                OpenIdReader.ours(fields, "introspection_signed_response_alg"),
                OpenIdReader.read(
                        fields,
                        type,
                        sectors.of(sectorUri, redirectUris, hears(failureRedirectUri, logout))
                                .filter(_ -> flows.leadOnlyBack())),
                sectorUri,
                logout,
                rotatesRefreshTokens(fields, method),
                fields.flag("require_pkce", false),
                defaultResource(fields, open),
                fields.text("software_id", LONGEST_WORD),
                fields.text("software_version", LONGEST_WORD),
                fields.text(SoftwareStatements.MEMBER, LONGEST_STATEMENT));
    }

    /**
     * Where a client hears of people but at its redirect addresses, and those of the front channel,
     * which have an origin of theirs.
     */
    private static List<String> hears(Optional<String> failureRedirectUri, LogoutMetadata logout) {
        return Stream.of(failureRedirectUri, logout.backchannelLogoutUri().map(URI::toString))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean rotatesRefreshTokens(
            MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        boolean rotates = fields.flag("rotate_refresh_tokens", true);
        if (!rotates && method == ClientAuthenticationMethod.NONE) {
            throw contradictory(
                    "rotate_refresh_tokens", "must be true for a public client, RFC 9700 2.2.2");
        }
        return rotates;
    }

    /** The method named; without one, or with one that is not known here, any way with a secret. */
    private static @Nullable ClientAuthenticationMethod authenticationMethod(
            MetadataFields fields) {
        return fields.oneOf(
                        AUTHENTICATION, ClientAuthenticationMethod::find, UNKNOWN_AUTHENTICATION)
                .orElse(null);
    }

    private List<String> redirectUris(MetadataFields fields, Flows flows) {
        List<String> addresses =
                fields.texts("redirect_uris", WebAddress.LONGEST).orElse(List.of());
        if (addresses.isEmpty() && flows.leadBack()) {
            throw Reason.REDIRECT_URIS_MISSING.refuse(
                    "redirect_uris: authorization_code and implicit need one or more");
        }
        RedirectAddress.check(Reason.REDIRECT_URI_NOT_ALLOWED, "redirect_uris", addresses, schemes);
        return addresses;
    }

    private Optional<String> failureRedirectUri(MetadataFields fields) {
        Optional<String> address = fields.text("failure_redirect_uri", WebAddress.LONGEST);
        RedirectAddress.check(
                Reason.REDIRECT_URI_NOT_ALLOWED,
                "failure_redirect_uri",
                address.stream().toList(),
                schemes);
        return address;
    }

    /** As it is registered, since libraries write identifiers in other ways, RFC 3986 §6.2.3. */
    private static Optional<String> defaultResource(
            MetadataFields fields, ResourceCatalogue catalogue) {
        Optional<String> asked = fields.text(DEFAULT_RESOURCE, LONGEST_TEXT);
        Optional<String> known = asked.flatMap(catalogue::findIdentifier);
        if (asked.isPresent() && known.isEmpty()) {
            fields.leaveOut(
                    DEFAULT_RESOURCE,
                    asked.get(),
                    new LeftOut<>(
                            Reason.METADATA_UNSUPPORTED,
                            "must be the identifier of an API on offer"));
        }
        return known;
    }
}
