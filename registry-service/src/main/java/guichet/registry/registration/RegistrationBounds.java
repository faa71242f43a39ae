package guichet.registry.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.oauth.Reason;
import guichet.registryclient.ClientMetadata;
import jakarta.inject.Singleton;

/**
 * How much one client may register: every service keeps it in memory that belongs to all. What the
 * settings declare is the operator's own and has no such limit.
 */
@Singleton
class RegistrationBounds {
    private static final int MOST_BYTES = 16_000;
    private static final int MOST_KEYS = 8;

    private final ObjectMapper json;

    RegistrationBounds(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Looks at a request before its keys are read, which takes its time.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} for more than eight keys
     */
    void checkKeys(JsonNode request) {
        int keys = request.path("jwks").path("keys").size();
        if (keys > MOST_KEYS) {
            throw Reason.METADATA_TOO_LARGE.refuse(
                    "jwks: must have %d keys at most, not %d: send jwks_uri for more",
                    MOST_KEYS, keys);
        }
    }

    /**
     * Looks at what is to be stored.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} for more than 16 kB
     */
    void checkSize(ClientMetadata metadata) {
        int bytes = written(metadata).length;
        if (bytes > MOST_BYTES) {
            throw Reason.METADATA_TOO_LARGE.refuse(
                    "the registration as a whole must have %d bytes at most, not %d",
                    MOST_BYTES, bytes);
        }
    }

    private byte[] written(ClientMetadata metadata) {
        try {
            return json.writeValueAsBytes(metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata is made of texts, numbers and lists", e);
        }
    }
}
