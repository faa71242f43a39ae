package guichet.authorization.people.account;

import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.Attribute;
import guichet.authorization.people.person.DisplayName;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.PostedForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people say who they are; its fields have the names of the claims. */
@ApplicationScoped
class ProfilePage {
    private final People people;
    private final Accounts accounts;
    private final AccountGuard guard;

    ProfilePage(People people, Accounts accounts, AccountGuard guard) {
        this.people = people;
        this.accounts = accounts;
        this.guard = guard;
    }

    RestResponse<String> show(AccountVisitor visitor) {
        Profile profile = people.profile(visitor.person().personId()).orElseThrow();
        return page(visitor, profile.displayName(), profile.attributes(), Map.of());
    }

    RestResponse<String> change(AccountVisitor visitor, PostedForm form) {
        String name = form.find("name").orElse("").strip();
        Map<Attribute, String> attributes = attributes(form);
        Map<String, String> faults = faults(name, attributes);
        if (!faults.isEmpty()) {
            return page(visitor, name, attributes, faults);
        }
        accounts.changeProfile(visitor.person().personId(), name, attributes);
        return guard.done(AccountChange.PROFILE);
    }

    private static Map<Attribute, String> attributes(PostedForm form) {
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        for (Attribute it : Attribute.values()) {
            form.find(it.claim())
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> attributes.put(it, value));
        }
        return attributes;
    }

    private static Map<String, String> faults(String name, Map<Attribute, String> attributes) {
        var faults = new HashMap<String, String>();
        if (DisplayName.parse(name).isEmpty()) {
            faults.put("name", DisplayName.ADVICE);
        }
        attributes.forEach((it, value) -> {
            if (!it.allows(value)) {
                faults.put(it.claim(), advice(it));
            }
        });
        return faults;
    }

    private static String advice(Attribute attribute) {
        return attribute.example().isEmpty()
                ? "Use 200 characters at most, all of them visible."
                : "Write it like this: %s.".formatted(attribute.example());
    }

    private static RestResponse<String> page(
            AccountVisitor visitor,
            String name,
            Map<Attribute, String> attributes,
            Map<String, String> faults) {
        var fields = new ArrayList<Field>();
        fields.add(Field.required("text", "name", "Name").autocomplete("name").value(name));
        for (Attribute it : Attribute.values()) {
            fields.add(
                    Field.optional("text", it.claim(), it.label())
                            .autocomplete(autocomplete(it))
                            .hint(it.example().isEmpty() ? "" : "As in " + it.example())
                            .value(attributes.getOrDefault(it, "")));
        }
        return visitor.page(
                faults.isEmpty() ? Status.OK : Status.BAD_REQUEST,
                FormView.of("Your profile", "/account/profile", "Save")
                        .introduction("Applications learn of it only what you allow them to know.")
                        .message(faults.isEmpty() ? "" : "Nothing is saved yet: see below.")
                        .fields(fields)
                        .faulty(faults));
    }

    /** HTML §4.10.18.7. */
    private static String autocomplete(Attribute attribute) {
        return switch (attribute) {
            case GIVEN_NAME -> "given-name";
            case MIDDLE_NAME -> "additional-name";
            case FAMILY_NAME -> "family-name";
            case NICKNAME -> "nickname";
            case GENDER -> "sex";
            case BIRTHDATE -> "bday";
            case PHONE_NUMBER -> "tel";
            case WEBSITE, PROFILE -> "url";
            case PICTURE -> "photo";
            case ZONEINFO -> "off";
            case LOCALE -> "language";
            case STREET_ADDRESS -> "street-address";
            case POSTAL_CODE -> "postal-code";
            case LOCALITY -> "address-level2";
            case REGION -> "address-level1";
            case COUNTRY -> "country-name";
        };
    }
}
