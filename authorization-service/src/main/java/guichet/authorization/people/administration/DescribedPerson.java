package guichet.authorization.people.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.people.person.Profile;
import java.util.Optional;
import java.util.UUID;

/** A person, as administrators see one. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DescribedPerson(
        UUID id,
        String username,
        String name,
        Optional<String> email,
        boolean emailVerified,
        boolean blocked,
        int sessions) {

    static DescribedPerson of(Profile profile, boolean blocked, int sessions) {
        return new DescribedPerson(
                profile.personId(),
                profile.username(),
                profile.displayName(),
                profile.email().map(Profile.Email::address),
                profile.email().filter(Profile.Email::verified).isPresent(),
                blocked,
                sessions);
    }
}
