package guichet.authorization.protocol.claim;

import guichet.authorization.people.person.Attribute;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Profile;
import guichet.oauth.openid.StandardClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The standard claims of OpenID Connect Core 1.0 §5.1, as JSON values. */
@ApplicationScoped
public class StandardClaims {
    private static final String ADDRESS = "address";
    private static final List<Attribute> OF_ADDRESS =
            Arrays.stream(Attribute.values()).filter(Attribute::isOfAddress).toList();

    private final People people;

    StandardClaims(People people) {
        this.people = people;
    }

    /**
     * What is known of a person of these; the rest is left out, §5.3.2, and so is all of somebody
     * who is gone.
     */
    public Map<String, Object> of(UUID personId, Set<StandardClaim> told) {
        var claims = new LinkedHashMap<String, Object>();
        people.profile(personId).ifPresent(profile -> put(profile, claims::put));
        claims.keySet()
                .retainAll(told.stream().map(StandardClaim::claim).collect(Collectors.toSet()));
        return claims;
    }

    private static void put(Profile person, BiConsumer<String, Object> claims) {
        claims.accept("name", person.displayName());
        claims.accept("preferred_username", person.username());
        person.attributes()
                .forEach((it, value) -> {
                    if (!it.isOfAddress()) {
                        claims.accept(it.claim(), value);
                    }
                });
        person.email()
                .ifPresent(email -> {
                    claims.accept("email", email.address());
                    claims.accept("email_verified", email.verified());
                });
        person.attribute(Attribute.PHONE_NUMBER)
                .ifPresent(
                        _ -> claims.accept("phone_number_verified", person.phoneNumberVerified()));
        address(person).ifPresent(address -> claims.accept(ADDRESS, address));
        claims.accept("updated_at", person.updatedAt().getEpochSecond());
    }

    /** §5.1.1, with the whole of it in {@code formatted}, a line each. */
    private static Optional<Map<String, String>> address(Profile person) {
        var address = new LinkedHashMap<String, String>();
        String formatted = formatted(person);
        if (formatted.isEmpty()) {
            return Optional.empty();
        }
        address.put("formatted", formatted);
        OF_ADDRESS.forEach(
                it -> person.attribute(it).ifPresent(value -> address.put(it.claim(), value)));
        return Optional.of(address);
    }

    private static String formatted(Profile person) {
        String town = line(person, " ", Attribute.POSTAL_CODE, Attribute.LOCALITY);
        return Stream.of(
                        line(person, "", Attribute.STREET_ADDRESS),
                        town,
                        line(person, "", Attribute.REGION),
                        line(person, "", Attribute.COUNTRY))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(Profile person, String separator, Attribute... attributes) {
        return Arrays.stream(attributes)
                .flatMap(it -> person.attribute(it).stream())
                .collect(Collectors.joining(separator));
    }
}
