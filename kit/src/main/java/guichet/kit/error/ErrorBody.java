package guichet.kit.error;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The JSON of a refusal, RFC 6749 §5.2. */
public record ErrorBody(
        @JsonProperty("error") String error,
        @JsonProperty("error_description") String description) {}
