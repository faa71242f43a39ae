package guichet.authorization.people.administration;

import guichet.authorization.people.person.DisplayName;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.Username;
import guichet.oauth.Reason;
import java.util.Optional;

/** Somebody whom an administrator makes an account for, as the body of the request says it. */
record NewAccount(Optional<String> username, Optional<String> name, Optional<String> email) {
    NewPerson read() {
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
}
