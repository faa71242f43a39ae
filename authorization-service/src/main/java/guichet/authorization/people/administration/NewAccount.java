package guichet.authorization.people.administration;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import guichet.authorization.people.person.DisplayName;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.Username;
import guichet.oauth.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody whom an administrator makes an account for, as the body of the request says it.
 *
 * @param others members that there are not: a typo must not leave one out
 */
record NewAccount(
        Optional<String> username,
        Optional<String> name,
        Optional<String> email,
        @JsonAnySetter Map<String, Object> others) {
    NewAccount {
        others = new TreeMap<>(requireNonNullElse(others, Map.of()));
    }

    NewPerson read() {
        others.keySet().stream().findFirst().ifPresent(NewAccount::refuse);
        return new NewPerson(
                username.flatMap(Username::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse(
                                        "username must be 2 to 40 letters from a to z, digits, and"
                                                + " . _ - between them")),
                name.flatMap(DisplayName::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse(
                                        "name must have 1 to 100 visible characters, without @ or"
                                                + " a web address")),
                email.flatMap(EmailAddress::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse("email must be an e-mail address")),
                false);
    }

    private static void refuse(String member) {
        throw Reason.PERSON_MALFORMED.refuse(
                "%s: is not known here; known are email, name, username", member);
    }
}
