package guichet.registry.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.registry.LogoutMetadata;
import guichet.kit.registry.OpenIdMetadata;
import guichet.lint.Finding;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.OpaqueToken;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import guichet.registry.client.ClientMetadata;
import guichet.registry.client.Credentials;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a registration, RFC 7591 §3.2.1 and RFC 7592 §3: credentials and all metadata as
 * stored.
 *
 * @param replaced what was asked for and is not so; absent when nothing is; not of RFC 7591
 * @param lint what had better be otherwise; not of RFC 7591
 * @param clientIdIssuedAt seconds since 1970-01-01T00:00Z
 * @param clientSecretExpiresAt 0, since secrets do not expire by themselves; absent without secret
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationAnswer(
        String clientId,
        @Nullable String clientSecret,
        @Nullable String registrationAccessToken,
        @Nullable String registrationClientUri,
        long clientIdIssuedAt,
        @Nullable Long clientSecretExpiresAt,
        @Nullable String clientName,
        @Nullable String clientUri,
        @Nullable String description,
        @Nullable String logoUri,
        @Nullable String tosUri,
        @Nullable String policyUri,
        List<String> contacts,
        List<String> redirectUris,
        @Nullable String failureRedirectUri,
        List<GrantType> grantTypes,
        List<ResponseType> responseTypes,
        Scope scope,
        ClientAuthenticationMethod tokenEndpointAuthMethod,
        @Nullable String tokenEndpointAuthSigningAlg,
        @JsonRawValue @Nullable String jwks,
        @Nullable String jwksUri,
        @Nullable String introspectionSignedResponseAlg,
        @JsonUnwrapped @JsonIgnoreProperties("sector_identifier") OpenIdMetadata openId,
        @Nullable String sectorIdentifierUri,
        @JsonUnwrapped LogoutMetadata logout,
        boolean rotateRefreshTokens,
        boolean requirePkce,
        @Nullable String softwareId,
        @Nullable String softwareVersion,
        @Nullable String softwareStatement,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Replacement> replaced,
        List<Finding> lint) {

    static RegistrationAnswer of(Credentials credentials, TakenMetadata taken, String issuer) {
        ClientMetadata metadata = taken.metadata();
        Optional<OpaqueToken> secret = Optional.ofNullable(credentials.clientSecret());
        Optional<OpaqueToken> token = Optional.ofNullable(credentials.registrationAccessToken());
        return new RegistrationAnswer(
                credentials.clientId(),
                secret.map(OpaqueToken::reveal).orElse(null),
                token.map(OpaqueToken::reveal).orElse(null),
                token.map(_ -> issuer + "/register/" + credentials.clientId()).orElse(null),
                credentials.clientIdIssuedAt().getEpochSecond(),
                secret.map(_ -> 0L).orElse(null),
                metadata.clientName(),
                metadata.clientUri(),
                metadata.description(),
                metadata.logoUri(),
                metadata.tosUri(),
                metadata.policyUri(),
                metadata.contacts(),
                metadata.redirectUris(),
                metadata.failureRedirectUri(),
                metadata.grantTypes(),
                metadata.responseTypes(),
                metadata.scope(),
                Optional.ofNullable(metadata.tokenEndpointAuthMethod())
                        .orElse(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                metadata.keys().signingAlgorithm(),
                metadata.keys().jwks(),
                metadata.keys().jwksUri(),
                metadata.introspectionSignedResponseAlg(),
                metadata.openId(),
                metadata.sectorIdentifierUri(),
                metadata.logout(),
                metadata.rotatesRefreshTokens(),
                metadata.requiresPkce(),
                metadata.software().id(),
                metadata.software().version(),
                metadata.software().statement(),
                taken.replaced(),
                taken.advice());
    }

    @Override
    public String toString() {
        return "RegistrationAnswer[masked]";
    }
}
