package guichet.authorization.signup;

import guichet.authorization.page.Field;
import guichet.authorization.person.DisplayName;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.NewPerson;
import guichet.authorization.person.PasswordRules;
import guichet.authorization.person.Username;
import guichet.authorization.session.PostedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody filled in, and what of it is to be changed.
 *
 * @param faults by field
 */
record SignUpForm(
        String username, String name, String email, String password, Map<String, String> faults) {
    static final SignUpForm EMPTY = new SignUpForm("", "", "", "", Map.of());

    static SignUpForm read(PostedForm fields, PasswordRules rules) {
        var form =
                new SignUpForm(
                        fields.find("username").orElse(""),
                        fields.find("name").orElse("").strip(),
                        fields.find("email").orElse(""),
                        fields.find("password").orElse(""),
                        Map.of());
        return form.with(form.check(rules));
    }

    private Map<String, String> check(PasswordRules rules) {
        var found = new LinkedHashMap<String, String>();
        if (Username.parse(username).isEmpty()) {
            found.put(
                    "username",
                    "Take 2 to 40 letters from a to z, digits, and . _ - between them.");
        }
        if (DisplayName.parse(name).isEmpty()) {
            found.put("name", "Say in 1 to 100 visible characters what you are called.");
        }
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", EmailAddress.ADVICE);
        }
        rules.fault(password, List.of(username, name, email))
                .ifPresent(it -> found.put("password", it));
        return found;
    }

    boolean isFaultless() {
        return faults.isEmpty();
    }

    /** The same, of somebody else's name. */
    SignUpForm nameTaken() {
        return with(Map.of("username", "This name is taken: choose another one."));
    }

    private SignUpForm with(Map<String, String> faults) {
        return new SignUpForm(username, name, email, password, faults);
    }

    NewPerson newcomer() {
        return new NewPerson(
                Username.parse(username).orElseThrow(),
                name,
                EmailAddress.parse(email).orElseThrow());
    }

    /** The fields, filled in but for the password. */
    List<Field> fields(int shortestPassword) {
        return List.of(
                Field.required("text", "username", "Name to sign in with")
                        .autocomplete("username")
                        .value(username)
                        .fault(fault("username")),
                Field.required("text", "name", "What you are called")
                        .autocomplete("name")
                        .value(name)
                        .fault(fault("name")),
                Field.required("email", "email", "E-mail address")
                        .autocomplete("email")
                        .value(email)
                        .hint("You get a letter there, to prove that it is yours.")
                        .fault(fault("email")),
                Field.required("password", "password", "Password")
                        .autocomplete("new-password")
                        .hint(
                                "%d characters or more; several words make a good one."
                                        .formatted(shortestPassword))
                        .fault(fault("password")));
    }

    private String fault(String field) {
        return Optional.ofNullable(faults.get(field)).orElse("");
    }

    @Override
    public String toString() {
        return "SignUpForm" + faults.keySet();
    }
}
