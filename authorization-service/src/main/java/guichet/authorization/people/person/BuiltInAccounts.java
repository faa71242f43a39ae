package guichet.authorization.people.person;

import guichet.guard.setting.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Accounts for trying things out, by username. */
@CheckedBy(AccountsForTrying.class)
@ConfigMapping(prefix = "guichet.people")
interface BuiltInAccounts {
    /** None outside the profile local. */
    @WithParentName
    Map<String, Account> byUsername();

    /** One of them. */
    interface Account {
        /** The name that pages show. */
        String displayName();

        /** The password, in clear: the reason why no other profile may have such an account. */
        Secret<String> password();

        /** An address that counts as verified. */
        Optional<String> email();

        /** The rest, by {@link Attribute#claim()}; a telephone number counts as verified. */
        Map<String, String> claims();
    }
}
