package guichet.authorization.people.person;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of a person, without anything about the password. */
public record Profile(
        UUID personId,
        String username,
        String displayName,
        Optional<Email> email,
        Map<Attribute, String> attributes,
        boolean phoneNumberVerified,
        Instant updatedAt) {
    public Profile {
        attributes = Collections.unmodifiableMap(copy(attributes));
    }

    private static Map<Attribute, String> copy(Map<Attribute, String> attributes) {
        var copy = new EnumMap<Attribute, String>(Attribute.class);
        copy.putAll(attributes);
        return copy;
    }

    public Optional<String> attribute(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An address, and whether mail to it was proved to reach the person. */
    public record Email(String address, boolean verified) {}
}
