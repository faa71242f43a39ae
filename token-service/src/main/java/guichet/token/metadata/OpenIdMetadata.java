package guichet.token.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.SignatureAlgorithms;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What OpenID Connect adds to the metadata: Discovery 1.0 §3, RFC 9101 §10.5, Initiating User
 * Registration 1.0 §4, RP-Initiated Logout 1.0 §2.1, Back-Channel and Front-Channel Logout 1.0 §2,
 * Session Management 1.0 §3.3.
 */
@JsonNaming(SnakeCaseStrategy.class)
record OpenIdMetadata(
        String userinfoEndpoint,
        String endSessionEndpoint,
        String checkSessionIframe,
        List<String> subjectTypesSupported,
        Collection<String> idTokenSigningAlgValuesSupported,
        Collection<String> userinfoSigningAlgValuesSupported,
        Collection<String> requestObjectSigningAlgValuesSupported,
        boolean requestParameterSupported,
        boolean requestUriParameterSupported,
        boolean requireRequestUriRegistration,
        boolean requireSignedRequestObject,
        boolean claimsParameterSupported,
        List<String> claimTypesSupported,
        List<String> claimsSupported,
        List<String> acrValuesSupported,
        List<String> promptValuesSupported,
        List<String> displayValuesSupported,
        List<String> uiLocalesSupported,
        boolean frontchannelLogoutSupported,
        boolean frontchannelLogoutSessionSupported,
        boolean backchannelLogoutSupported,
        boolean backchannelLogoutSessionSupported) {
    /** OpenID Connect Core §2 and §5.1. */
    private static final List<String> CLAIMS =
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
                    "sid",
                    "name",
                    "given_name",
                    "family_name",
                    "middle_name",
                    "nickname",
                    "preferred_username",
                    "profile",
                    "picture",
                    "website",
                    "email",
                    "email_verified",
                    "gender",
                    "birthdate",
                    "zoneinfo",
                    "locale",
                    "phone_number",
                    "phone_number_verified",
                    "address",
                    "updated_at");

    static OpenIdMetadata of(String issuer, Set<String> algorithms) {
        return new OpenIdMetadata(
                issuer + "/userinfo",
                issuer + "/logout",
                issuer + "/session/check",
                List.of("public", "pairwise"),
                new TreeSet<>(algorithms),
                new TreeSet<>(algorithms),
                requestObjectAlgorithms(),
                true,
                true,
                true,
                false,
                true,
                List.of("normal"),
                CLAIMS,
                List.of("urn:guichet:acr:password"),
                List.of("none", "login", "consent", "select_account", "create"),
                List.of("page", "popup", "touch", "wap"),
                List.of("en"),
                true,
                true,
                true,
                true);
    }

    /** {@code none} too: it is for clients that did not register another one. */
    private static Collection<String> requestObjectAlgorithms() {
        var algorithms = new TreeSet<>(SignatureAlgorithms.WITH_KEY_PAIR);
        algorithms.add("none");
        return algorithms;
    }
}
