package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
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
        Map<String, Text> faults = faults(name, attributes);
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

    private static Map<String, Text> faults(String name, Map<Attribute, String> attributes) {
        var faults = new HashMap<String, Text>();
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

    private static Text advice(Attribute attribute) {
        return attribute
                .example()
                .<Text>map(it -> words -> words.profileExampleRule(it.in(words)))
                .orElse(Messages::profileTextRule);
    }

    private static RestResponse<String> page(
            AccountVisitor visitor,
            String name,
            Map<Attribute, String> attributes,
            Map<String, Text> faults) {
        var fields = new ArrayList<Field>();
        fields.add(
                Field.required("text", "name", Messages::personName)
                        .autocomplete("name")
                        .value(name));
        for (Attribute it : Attribute.values()) {
            fields.add(field(it, attributes.getOrDefault(it, "")));
        }
        var form =
                FormView.of(Messages::yourProfile, "/account/profile", Messages::save)
                        .introduction(Messages::profileIntroduction)
                        .fields(fields)
                        .faulty(faults);
        return faults.isEmpty()
                ? visitor.page(Status.OK, form)
                : visitor.page(Status.BAD_REQUEST, form.message(Messages::nothingSaved));
    }

    private static Field field(Attribute attribute, String value) {
        var field =
                Field.optional("text", attribute.claim(), attribute.label())
                        .autocomplete(autocomplete(attribute))
                        .value(value);
        return attribute
                .example()
                .map(it -> field.hint(words -> words.profileExample(it.in(words))))
                .orElse(field);
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
