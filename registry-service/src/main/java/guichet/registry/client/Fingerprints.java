package guichet.registry.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.oauth.OpaqueToken;
import guichet.registryclient.ClientMetadata;
import jakarta.inject.Singleton;

/** Tells registrations that say the same, after all defaults, from those that do not. */
@Singleton
class Fingerprints {
    private final ObjectMapper json;

    Fingerprints(ObjectMapper json) {
        this.json = json;
    }

    String of(ClientMetadata metadata) {
        try {
            return OpaqueToken.of(json.writeValueAsString(metadata)).sha256();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata is made of texts, numbers and lists", e);
        }
    }
}
