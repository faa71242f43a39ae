package guichet.authorization.account;

import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.Attribute;
import guichet.authorization.person.DisplayName;
import guichet.authorization.person.People;
import guichet.authorization.person.Profile;
import guichet.authorization.session.PostedForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people say who they are; its fields have the names of the claims. */
@ApplicationScoped
class ProfilePage {
    private final People people;
    private final Accounts accounts;
    private final Entrance entrance;

    ProfilePage(People people, Accounts accounts, Entrance entrance) {
        this.people = people;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    RestResponse<String> show(Guest guest) {
        Profile profile = people.profile(guest.person().personId()).orElseThrow();
        var values = new LinkedHashMap<String, String>();
        values.put("name", profile.displayName());
        profile.attributes().forEach((it, value) -> values.put(it.claim(), value));
        return page(guest, Status.OK, values, Map.of());
    }

    RestResponse<String> change(Guest guest, PostedForm form) {
        var values = values(form);
        var faults = faults(values);
        if (!faults.isEmpty()) {
            return page(guest, Status.BAD_REQUEST, values, faults);
        }
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        for (Attribute it : Attribute.values()) {
            Optional.ofNullable(values.get(it.claim()))
                    .ifPresent(value -> attributes.put(it, value));
        }
        accounts.changeProfile(
                guest.person().personId(), values.getOrDefault("name", ""), attributes);
        return entrance.done(Done.PROFILE);
    }

    private static Map<String, String> values(PostedForm form) {
        var values = new LinkedHashMap<String, String>();
        form.find("name").map(String::strip).ifPresent(it -> values.put("name", it));
        for (Attribute attribute : Attribute.values()) {
            form.find(attribute.claim())
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .ifPresent(it -> values.put(attribute.claim(), it));
        }
        return values;
    }

    private static Map<String, String> faults(Map<String, String> values) {
        var faults = new LinkedHashMap<String, String>();
        if (DisplayName.parse(values.getOrDefault("name", "")).isEmpty()) {
            faults.put("name", "Say in 1 to 100 visible characters what you are called.");
        }
        for (Attribute it : Attribute.values()) {
            String value = values.get(it.claim());
            if (value != null && !it.allows(value)) {
                faults.put(it.claim(), advice(it));
            }
        }
        return faults;
    }

    private static String advice(Attribute attribute) {
        return attribute.example().isEmpty()
                ? "Use 200 characters at most, all of them visible."
                : "Write it like this: %s.".formatted(attribute.example());
    }

    private static RestResponse<String> page(
            Guest guest, Status status, Map<String, String> values, Map<String, String> faults) {
        var fields = new ArrayList<Field>();
        fields.add(Field.required("text", "name", "Name").autocomplete("name"));
        for (Attribute it : Attribute.values()) {
            fields.add(
                    Field.optional("text", it.claim(), it.label())
                            .autocomplete(autocomplete(it))
                            .hint(it.example().isEmpty() ? "" : "As in " + it.example()));
        }
        var view =
                FormView.of("Your profile", "/account/profile", "Save")
                        .introduction("Applications learn of it only what you allow them to know.")
                        .message(faults.isEmpty() ? "" : "Nothing is saved yet: see below.")
                        .hidden(guest.hidden())
                        .fields(filledIn(fields, values, faults))
                        .links(new Link("Your account", "/account"));
        return Page.of(status, Templates.form(view)).answer(Optional.empty());
    }

    private static List<Field> filledIn(
            List<Field> fields, Map<String, String> values, Map<String, String> faults) {
        return fields.stream()
                .map(it ->
                        it.value(values.getOrDefault(it.name(), ""))
                                .fault(faults.getOrDefault(it.name(), "")))
                .toList();
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
