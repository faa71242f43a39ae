package guichet.authorization.people.person;

import io.quarkus.arc.Arc;
import java.util.List;

/** Says of somebody in a test what an administrator would. */
public final class Said {
    private Said() {}

    /** These are the roles and groups of this person from now on. */
    public static void of(String username, List<String> roles, List<String> groups) {
        var accounts = Arc.container().instance(Accounts.class).get();
        Person person =
                Arc.container().instance(People.class).get().findByUsername(username).orElseThrow();
        accounts.assign(person.id(), Membership.ROLES, MemberNames.of(roles).orElseThrow());
        accounts.assign(person.id(), Membership.GROUPS, MemberNames.of(groups).orElseThrow());
    }
}
