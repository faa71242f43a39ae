package guichet.authorization.front;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where programs find the rest.
 *
 * @param issuer as in tokens, RFC 8414 §2
 * @param authorizationServerMetadata RFC 8414 §3
 * @param openidConfiguration OpenID Connect Discovery 1.0 §4
 * @param account the page on which people manage their account
 * @param errors the pages that explain refusals
 */
record Addresses(
        @JsonProperty("issuer") String issuer,
        @JsonProperty("authorization_server_metadata") String authorizationServerMetadata,
        @JsonProperty("openid_configuration") String openidConfiguration,
        @JsonProperty("account") String account,
        @JsonProperty("errors") String errors) {
    static Addresses of(String issuer) {
        return new Addresses(
                issuer,
                issuer + "/.well-known/oauth-authorization-server",
                issuer + "/.well-known/openid-configuration",
                issuer + "/account",
                issuer + "/errors");
    }
}
