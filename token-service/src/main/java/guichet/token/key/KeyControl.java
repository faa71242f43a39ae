package guichet.token.key;

import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator sees of the keys, and does with them outside the schedule. */
@ApplicationScoped
public class KeyControl {
    private final CurrentKeys keys;
    private final KeyRotation rotation;

    KeyControl(CurrentKeys keys, KeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    /** All keys, by algorithm and in the order in which they sign. */
    public List<DescribedKey> describe() {
        return keys.all().all().stream()
                .map(key ->
                        new DescribedKey(
                                key.kid(),
                                key.algorithm().value(),
                                keys.stateOf(key),
                                key.createdAt(),
                                key.signsFrom()))
                .toList();
    }

    /**
     * Has the next key take over as soon as it has been announced for long enough.
     *
     * @param algorithm whose key; those that sign by default when empty
     * @return the names of the keys that were added: none while the last ones wait
     * @throws guichet.oauth.OAuthException {@code invalid_request} when there is no such algorithm
     */
    public Set<String> rotate(Optional<String> algorithm) {
        Set<String> added =
                rotation.advance(
                        algorithm
                                .map(KeyControl::required)
                                .map(Set::of)
                                .orElse(SignatureAlgorithm.DEFAULTS),
                        keys.schedule());
        keys.read();
        return added;
    }

    private static SignatureAlgorithm required(String algorithm) {
        return SignatureAlgorithm.find(algorithm)
                .orElseThrow(() ->
                        Reason.KEY_ALGORITHM_UNKNOWN.refuse(
                                "there are no keys for this algorithm"));
    }

    /**
     * Takes a key away at once: it is published no longer, and nothing is signed with it.
     *
     * @return false if there is no such key
     */
    public boolean withdraw(String kid) {
        boolean found = rotation.withdraw(kid, keys.schedule());
        keys.read();
        return found;
    }
}
