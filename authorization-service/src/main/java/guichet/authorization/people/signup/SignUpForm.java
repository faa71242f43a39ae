package guichet.authorization.people.signup;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.page.Field;
import guichet.authorization.people.person.DisplayName;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.PasswordRules;
import guichet.authorization.people.person.Username;
import guichet.authorization.people.session.PostedForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody filled in. */
record SignUpForm(String username, String name, String email, String password) {
    static final SignUpForm EMPTY = new SignUpForm("", "", "", "");

    static SignUpForm of(PostedForm fields) {
        return new SignUpForm(
                fields.find("username").orElse(""),
                fields.find("name").orElse("").strip(),
                fields.find("email").orElse(""),
                fields.find("password").orElse(""));
    }

    /** What of it is to be changed, by field. */
    Map<String, Text> faults(PasswordRules rules) {
        var found = new HashMap<String, Text>();
        if (Username.parseChosen(username).isEmpty()) {
            found.put("username", Username.ADVICE);
        }
        if (DisplayName.parse(name).isEmpty()) {
            found.put("name", DisplayName.ADVICE);
        }
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", EmailAddress.ADVICE);
        }
        rules.fault(password, List.of(username, name, email))
                .ifPresent(it -> found.put("password", it));
        return found;
    }

    NewPerson newcomer() {
        return new NewPerson(
                Username.parseChosen(username).orElseThrow(),
                name,
                EmailAddress.parse(email).orElseThrow(),
                true);
    }

    /** The fields, filled in but for the password. */
    List<Field> fields(int shortestPassword) {
        return List.of(
                Field.username(username),
                Field.required("text", "name", Messages::personName)
                        .autocomplete("name")
                        .value(name),
                Field.required("email", "email", Messages::emailAddress)
                        .autocomplete("email")
                        .value(email)
                        .hint(Messages::emailHint),
                Field.newPassword(Messages::password, shortestPassword));
    }

    @Override
    public String toString() {
        return "SignUpForm[masked]";
    }
}
