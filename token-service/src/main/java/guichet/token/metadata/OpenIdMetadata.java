package guichet.token.metadata;

import guichet.oauth.SignatureAlgorithms;
import guichet.oauth.openid.AuthenticationContext;
import guichet.oauth.openid.Prompt;
import guichet.oauth.openid.StandardClaim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What OpenID Connect adds to the metadata. */
final class OpenIdMetadata {
    /** Of how somebody signed in, OpenID Connect Core §2. */
    private static final List<String> OF_THE_SIGN_IN =
            List.of(
                    "iss",
                    "sub",
                    "aud",
                    "exp",
                    "iat",
                    "auth_time",
                    "nonce",
                    "acr",
                    "amr",
                    "azp",
                    "at_hash",
                    "sid");

    private OpenIdMetadata() {}

    /** Discovery 1.0 §3, RFC 9101 §10.5 and Initiating User Registration 1.0 §4. */
    static Map<String, Object> of(String issuer, Set<String> algorithms, List<String> languages) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("userinfo_endpoint", issuer + "/userinfo");
        metadata.put("subject_types_supported", List.of("public", "pairwise"));
        metadata.put("id_token_signing_alg_values_supported", new TreeSet<>(algorithms));
        metadata.put("userinfo_signing_alg_values_supported", new TreeSet<>(algorithms));
        metadata.put(
                "request_object_signing_alg_values_supported",
                new TreeSet<>(SignatureAlgorithms.OF_REQUEST_OBJECTS));
        metadata.put("request_parameter_supported", true);
        metadata.put("request_uri_parameter_supported", true);
        metadata.put("require_request_uri_registration", true);
        metadata.put("require_signed_request_object", false);
        metadata.put("claims_parameter_supported", true);
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("claims_supported", claims());
        metadata.put("acr_values_supported", AuthenticationContext.values());
        metadata.put("prompt_values_supported", Prompt.values());
        metadata.put("display_values_supported", List.of("page", "popup", "touch", "wap"));
        metadata.put("ui_locales_supported", languages);
        metadata.putAll(logout(issuer));
        return metadata;
    }

    /** Those of the ID token, and those of the person, OpenID Connect Core §5.1. */
    private static List<String> claims() {
        return Stream.concat(
                        OF_THE_SIGN_IN.stream(),
                        Stream.of(StandardClaim.values()).map(StandardClaim::claim))
                .toList();
    }

    /**
     * RP-Initiated Logout 1.0 §2.1, Back-Channel and Front-Channel Logout 1.0 §2, Session
     * Management 1.0 §3.3.
     */
    private static Map<String, Object> logout(String issuer) {
        return Map.of(
                "end_session_endpoint", issuer + "/logout",
                "check_session_iframe", issuer + "/session/check",
                "frontchannel_logout_supported", true,
                "frontchannel_logout_session_supported", true,
                "backchannel_logout_supported", true,
                "backchannel_logout_session_supported", true);
    }
}
