package guichet.token.identity;

import guichet.oauth.OpaqueToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.lang.HashUtil;

/**
 * The claim {@code at_hash}, OpenID Connect Core §3.1.3.6: the left half of the access token's
 * digest, by the digest of the signature algorithm. Ed25519 digests with SHA-512, RFC 8032 §5.1.
 */
final class AccessTokenHash {
    private AccessTokenHash() {}

    static String of(OpaqueToken accessToken, String algorithm) {
        byte[] digest =
                HashUtil.getMessageDigest(algorithm.equals("EdDSA") ? "SHA-512" : "SHA-256")
                        .digest(accessToken.reveal().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
