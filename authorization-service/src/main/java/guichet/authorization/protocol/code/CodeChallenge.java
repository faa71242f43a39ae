package guichet.authorization.protocol.code;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proof key for code exchange, RFC 7636, with the method S256 alone. */
public final class CodeChallenge {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeChallenge() {}

    /** Whether it could be the base64url SHA-256 of a verifier, RFC 7636 §4.2. */
    public static boolean isWellFormed(String codeChallenge) {
        return CHALLENGE.matcher(codeChallenge).matches();
    }

    static Optional<OAuthError> faultOf(String codeChallenge, String codeVerifier) {
        if (!VERIFIER.matcher(codeVerifier).matches()) {
            return Optional.of(
                    fault("is not of 43 to 128 letters, digits, hyphens, dots, underscores and ~"));
        }
        boolean fits =
                MessageDigest.isEqual(
                        s256(codeVerifier), codeChallenge.getBytes(StandardCharsets.US_ASCII));
        return fits ? Optional.empty() : Optional.of(fault("does not fit code_challenge"));
    }

    /** What is to be changed the next time: this code is spent. */
    static OAuthError fault(String what) {
        return Reason.CODE_VERIFIER_NOT_GOOD.error(
                "code_verifier %s: start again with a pair of the two", what);
    }

    private static byte[] s256(String codeVerifier) {
        byte[] digest = Sha256.of(codeVerifier);
        return Base64.getUrlEncoder().withoutPadding().encode(digest);
    }
}
