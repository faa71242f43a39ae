package guichet.authorization.people.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.people.person.Membership;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.person.Profile;
import java.util.List;
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
        List<String> roles,
        List<String> groups,
        boolean blocked,
        int sessions) {
    DescribedPerson {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
    }

    static DescribedPerson of(Person person, Profile profile, int sessions) {
        return new DescribedPerson(
                profile.personId(),
                profile.username(),
                profile.displayName(),
                profile.email().map(Profile.Email::address),
                profile.email().filter(Profile.Email::verified).isPresent(),
                person.names(Membership.ROLES),
                person.names(Membership.GROUPS),
                person.isBlocked(),
                sessions);
    }
}
