package guichet.token.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.JwtClaims;

/**
 * Signs claims in the compact serialisation, RFC 7515 §3.1. jose4j could do it, and would spend
 * more time on its way to the signature than the signature takes.
 */
final class CompactJws {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    /** Encoded once: there are a few types, and a new key a month. */
    private final Map<Header, String> headers = new ConcurrentHashMap<>();

    String sign(JwtClaims claims, String type, SigningKey key) {
        var header = new Header(key.algorithm().value(), key.kid(), type);
        String content =
                headers.computeIfAbsent(header, Header::encoded)
                        + "."
                        + encoded(claims.getClaimsMap());
        try {
            byte[] signature = key.algorithm().sign(key.privateKey(), content.getBytes(US_ASCII));
            return content + "." + BASE64URL.encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with key " + key.kid(), e);
        }
    }

    private static String encoded(Map<String, Object> members) {
        try {
            return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that are no JSON: " + members.keySet(), e);
        }
    }

    /** RFC 7515 §4.1. */
    private record Header(String alg, String kid, String typ) {
        String encoded() {
            var members = new LinkedHashMap<String, Object>();
            members.put("alg", alg);
            members.put("kid", kid);
            members.put("typ", typ);
            return CompactJws.encoded(members);
        }
    }
}
