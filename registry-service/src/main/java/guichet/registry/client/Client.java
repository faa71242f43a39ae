package guichet.registry.client;

import guichet.kit.registry.LogoutMetadata;
import guichet.kit.registry.OpenIdMetadata;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.HttpAddress;
import guichet.oauth.OpaqueToken;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A registered application: its identifier and the metadata of RFC 7591 §2 as stored. */
@Entity
@Table(name = "client")
public class Client {
    @Id
    @Column(name = "client_id")
    String clientId;

    @Column(name = "issued_at", nullable = false, updatable = false)
    Instant issuedAt;

    @Column(name = "client_name")
    @Nullable String clientName;

    @Column(name = "client_uri")
    @Nullable String clientUri;

    @Column(name = "description")
    @Nullable String description;

    @Column(name = "logo_uri")
    @Nullable String logoUri;

    @Column(name = "tos_uri")
    @Nullable String tosUri;

    @Column(name = "policy_uri")
    @Nullable String policyUri;

    @Column(name = "contacts", nullable = false)
    List<String> contacts;

    @Column(name = "redirect_uris", nullable = false)
    List<String> redirectUris;

    @Column(name = "failure_redirect_uri")
    @Nullable String failureRedirectUri;

    @Column(name = "grant_types", nullable = false)
    List<String> grantTypes;

    @Column(name = "response_types", nullable = false)
    List<String> responseTypes;

    @Column(name = "scope", nullable = false)
    String scope;

    @Column(name = "token_endpoint_auth_method")
    @Nullable String tokenEndpointAuthMethod;

    @Column(name = "token_endpoint_auth_signing_alg")
    @Nullable String tokenEndpointAuthSigningAlg;

    @Column(name = "jwks")
    @Nullable String jwks;

    @Column(name = "jwks_uri")
    @Nullable String jwksUri;

    @Column(name = "introspection_signed_response_alg")
    @Nullable String introspectionSignedResponseAlg;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "openid", nullable = false)
    OpenIdMetadata openId;

    @Column(name = "sector_identifier_uri")
    @Nullable String sectorIdentifierUri;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "logout", nullable = false)
    LogoutMetadata logout;

    @Column(name = "rotate_refresh_tokens", nullable = false)
    boolean rotatesRefreshTokens;

    @Column(name = "require_pkce", nullable = false)
    boolean requiresPkce;

    @Column(name = "software_id")
    @Nullable String softwareId;

    @Column(name = "software_version")
    @Nullable String softwareVersion;

    @Column(name = "software_statement")
    @Nullable String softwareStatement;

    /** What it registered, in short, for a public client whose registration others may share. */
    @Column(name = "fingerprint")
    @Nullable String fingerprint;

    @Column(name = "registration_token_sha256")
    @Nullable String registrationTokenSha256;

    @Column(name = "next_registration_token_sha256")
    @Nullable String nextRegistrationTokenSha256;

    /** Whether anybody could have registered it: then it expires unless it is seen in use. */
    @Column(name = "registered_openly", nullable = false)
    boolean registeredOpenly;

    /** Whether the settings declare it: then nothing but a start changes it. */
    @Column(name = "declared", nullable = false, updatable = false)
    boolean declared;

    /** For Hibernate. */
    protected Client() {}

    /** A client that has just been given its identifier. */
    Client(
            String clientId,
            Instant issuedAt,
            ClientMetadata metadata,
            @Nullable String registrationTokenSha256) {
        this.clientId = clientId;
        this.issuedAt = issuedAt;
        this.registrationTokenSha256 = registrationTokenSha256;
        register(metadata);
    }

    /** Takes what the client says of itself in place of what it said before. */
    final void register(ClientMetadata metadata) {
        this.clientName = metadata.clientName();
        this.clientUri = metadata.clientUri();
        this.description = metadata.description();
        this.logoUri = metadata.logoUri();
        this.tosUri = metadata.tosUri();
        this.policyUri = metadata.policyUri();
        this.contacts = metadata.contacts();
        this.redirectUris = metadata.redirectUris();
        this.failureRedirectUri = metadata.failureRedirectUri();
        this.grantTypes = metadata.grantTypes().stream().map(type -> type.value()).toList();
        this.responseTypes = metadata.responseTypes().stream().map(ResponseType::toString).toList();
        this.scope = metadata.scope().toString();
        var method = metadata.tokenEndpointAuthMethod();
        this.tokenEndpointAuthMethod = method == null ? null : method.value();
        this.tokenEndpointAuthSigningAlg = metadata.keys().signingAlgorithm();
        this.jwks = metadata.keys().jwks();
        this.jwksUri = metadata.keys().jwksUri();
        this.introspectionSignedResponseAlg = metadata.introspectionSignedResponseAlg();
        this.openId = metadata.openId();
        this.sectorIdentifierUri = metadata.sectorIdentifierUri();
        this.logout = metadata.logout();
        this.rotatesRefreshTokens = metadata.rotatesRefreshTokens();
        this.requiresPkce = metadata.requiresPkce();
        this.softwareId = metadata.software().id();
        this.softwareVersion = metadata.software().version();
        this.softwareStatement = metadata.software().statement();
    }

    /** Whether its secret is an HMAC key, which the server has to know. */
    boolean sharesSecret() {
        return ClientAuthenticationMethod.CLIENT_SECRET_JWT.value().equals(tokenEndpointAuthMethod);
    }

    /**
     * What people see: its name, or else the host that they are sent to. What stands in the place
     * of a host after a private-use scheme is nobody's address.
     */
    String nameForPeople() {
        return Optional.ofNullable(clientName)
                .or(() ->
                        redirectUris.stream()
                                .flatMap(address -> HttpAddress.of(address).stream())
                                .map(HttpAddress::host)
                                .findFirst())
                .orElse(clientId);
    }

    List<GrantType> grantTypes() {
        return grantTypes.stream().map(type -> GrantType.find(type).orElseThrow()).toList();
    }

    List<ResponseType> responseTypes() {
        return responseTypes.stream().map(type -> ResponseType.find(type).orElseThrow()).toList();
    }

    /** What the client says of itself. */
    ClientMetadata metadata() {
        return new ClientMetadata(
                clientName,
                clientUri,
                description,
                logoUri,
                tosUri,
                policyUri,
                contacts,
                redirectUris,
                failureRedirectUri,
                grantTypes(),
                responseTypes(),
                Scope.parse(scope),
                tokenEndpointAuthMethod == null
                        ? null
                        : ClientAuthenticationMethod.find(tokenEndpointAuthMethod).orElseThrow(),
                new ClientKeys(tokenEndpointAuthSigningAlg, jwks, jwksUri),
                introspectionSignedResponseAlg,
                openId,
                sectorIdentifierUri,
                logout,
                rotatesRefreshTokens,
                requiresPkce,
                new Software(softwareId, softwareVersion, softwareStatement));
    }

    /** Gives it another registration access token, which replaces the last when it is used. */
    void giveToken(String sha256) {
        nextRegistrationTokenSha256 = sha256;
    }

    /** Ends the power of whoever registered it first. */
    void loseTokens() {
        registrationTokenSha256 = null;
        nextRegistrationTokenSha256 = null;
    }

    boolean isUnmanaged() {
        return registrationTokenSha256 == null;
    }

    /** Whether the token is the client's; the first use of a new one ends the one before. */
    boolean takesToken(OpaqueToken token) {
        if (nextRegistrationTokenSha256 != null && token.hasSha256(nextRegistrationTokenSha256)) {
            registrationTokenSha256 = nextRegistrationTokenSha256;
            nextRegistrationTokenSha256 = null;
            return true;
        }
        return registrationTokenSha256 != null && token.hasSha256(registrationTokenSha256);
    }
}
