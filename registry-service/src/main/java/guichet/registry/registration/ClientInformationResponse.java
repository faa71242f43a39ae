package guichet.registry.registration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.lint.Finding;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.Credentials;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.OpenIdMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a registration, RFC 7591 §3.2.1 and RFC 7592 §3: credentials and all metadata as
 * stored.
 *
 * @param clientIdIssuedAt seconds since 1970-01-01T00:00Z
 * @param clientSecretExpiresAt 0, since secrets do not expire by themselves; absent without secret
 * @param metadata but for what is answered otherwise than it is stored, which follows
 * @param replaced what was asked for and is not so; absent when nothing is; not of RFC 7591
 * @param lint what had better be otherwise; not of RFC 7591
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ClientInformationResponse(
        String clientId,
        Optional<String> clientSecret,
        Optional<String> registrationAccessToken,
        Optional<String> registrationClientUri,
        long clientIdIssuedAt,
        Optional<Long> clientSecretExpiresAt,
        @JsonUnwrapped
                @JsonIgnoreProperties({
                    "token_endpoint_auth_method",
                    "jwks",
                    "open_id",
                    "in_other_languages"
                })
                ClientMetadata metadata,
        @JsonAnyGetter Map<String, String> inOtherLanguages,
        ClientAuthenticationMethod tokenEndpointAuthMethod,
        @JsonRawValue @Nullable String jwks,
        @JsonUnwrapped @JsonIgnoreProperties("sector_identifier") OpenIdMetadata openId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Replacement> replaced,
        List<Finding> lint) {

    static ClientInformationResponse of(
            Credentials credentials, TakenMetadata taken, String issuer) {
        String clientId = credentials.clientId();
        Optional<OpaqueToken> secret = credentials.clientSecret();
        Optional<OpaqueToken> token = credentials.registrationAccessToken();
        ClientMetadata metadata = taken.metadata();
        return new ClientInformationResponse(
                clientId,
                secret.map(OpaqueToken::reveal),
                token.map(OpaqueToken::reveal),
                token.map(_ -> issuer + "/register/" + clientId),
                credentials.clientIdIssuedAt().getEpochSecond(),
                secret.map(_ -> 0L),
                metadata,
                metadata.inOtherLanguages(),
                metadata.tokenEndpointAuthMethod()
                        .orElse(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                metadata.jwks().orElse(null),
                metadata.openId(),
                taken.replaced(),
                taken.advice());
    }

    @Override
    public String toString() {
        return "ClientInformationResponse[masked]";
    }
}
