package guichet.resource;

import guichet.oauth.SignatureAlgorithms;
import java.util.function.Predicate;

/** {@code none} and HMAC are not taken, RFC 8725 §3.1 and §3.2. */
final class HasKeyPair implements Predicate<String> {
    @Override
    public boolean test(String algorithm) {
        return SignatureAlgorithms.WITH_KEY_PAIR.contains(algorithm);
    }
}
