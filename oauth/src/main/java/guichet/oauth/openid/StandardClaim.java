package guichet.oauth.openid;

import guichet.oauth.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The standard claims, OpenID Connect Core 1.0 §5.1, each with the scope that opens it, §5.4, and
 * with what an application may do that is told it.
 */
public enum StandardClaim {
    NAME("See your name"),
    GIVEN_NAME("See your given name"),
    MIDDLE_NAME("See your middle name"),
    FAMILY_NAME("See your family name"),
    NICKNAME("See your nickname"),
    PREFERRED_USERNAME("See the name you sign in with"),
    PROFILE("See the address of a page about you"),
    PICTURE("See your picture"),
    WEBSITE("See your website"),
    GENDER("See your gender"),
    BIRTHDATE("See your date of birth"),
    ZONEINFO("See your time zone"),
    LOCALE("See your language"),
    UPDATED_AT("See when your profile last changed"),
    EMAIL("email", "See your e-mail address"),
    EMAIL_VERIFIED("email", "See whether your e-mail address is confirmed"),
    ADDRESS("address", "See your postal address"),
    PHONE_NUMBER("phone", "See your telephone number"),
    PHONE_NUMBER_VERIFIED("phone", "See whether your telephone number is confirmed");

    private final String scope;
    private final String words;

    StandardClaim(String words) {
        this("profile", words);
    }

    StandardClaim(String scope, String words) {
        this.scope = scope;
        this.words = words;
    }

    /** The name on the wire, for example {@code phone_number}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an application may do that is told it, as people read it. */
    public String words() {
        return words;
    }

    /** Those that these scopes open, §5.4. */
    public static Set<StandardClaim> ofScope(Scope scope) {
        return all(Arrays.stream(values()).filter(it -> scope.contains(it.scope)));
    }

    /** Those of these names; any other name is ignored, §5.5. */
    public static Set<StandardClaim> named(Collection<String> names) {
        return all(Arrays.stream(values()).filter(it -> names.contains(it.claim())));
    }

    private static Set<StandardClaim> all(Stream<StandardClaim> some) {
        var all = EnumSet.noneOf(StandardClaim.class);
        some.forEach(all::add);
        return all;
    }
}
