package guichet.lint;

import java.util.Set;

/**
 * The members of a registration that are known here, RFC 7591 §2, OpenID Connect Dynamic Client
 * Registration §2 and our own: all that the registry reads.
 */
public final class Members {
    static final Set<String> KNOWN =
            Set.of(
                    "application_type",
                    "backchannel_logout_session_required",
                    "backchannel_logout_uri",
                    "client_name",
                    "client_uri",
                    "contacts",
                    "default_acr_values",
                    "default_max_age",
                    "default_resource",
                    "description",
                    "failure_redirect_uri",
                    "frontchannel_logout_session_required",
                    "frontchannel_logout_uri",
                    "grant_types",
                    "id_token_encrypted_response_alg",
                    "id_token_encrypted_response_enc",
                    "id_token_signed_response_alg",
                    "initiate_login_uri",
                    "introspection_encrypted_response_alg",
                    "introspection_encrypted_response_enc",
                    "introspection_signed_response_alg",
                    "jwks",
                    "jwks_uri",
                    "logo_uri",
                    "policy_uri",
                    "post_logout_redirect_uris",
                    "redirect_uris",
                    "request_object_encryption_alg",
                    "request_object_encryption_enc",
                    "request_object_signing_alg",
                    "request_uris",
                    "require_auth_time",
                    "require_pkce",
                    "require_signed_request_object",
                    "response_types",
                    "rotate_refresh_tokens",
                    "scope",
                    "sector_identifier_uri",
                    "software_id",
                    "software_statement",
                    "software_version",
                    "subject_type",
                    "token_endpoint_auth_method",
                    "token_endpoint_auth_signing_alg",
                    "tos_uri",
                    "userinfo_claims_in_id_token",
                    "userinfo_encrypted_response_alg",
                    "userinfo_encrypted_response_enc",
                    "userinfo_signed_response_alg");

    /** What people are shown, RFC 7591 §2.2. */
    private static final Set<String> IN_LANGUAGES =
            Set.of("client_name", "client_uri", "description", "logo_uri", "policy_uri", "tos_uri");

    private Members() {}

    /** Whether it is read here, in whatever language it is, as {@code client_name#fr}. */
    public static boolean isKnown(String name) {
        int language = name.indexOf('#');
        return language < 0
                ? KNOWN.contains(name)
                : IN_LANGUAGES.contains(name.substring(0, language));
    }
}
