package guichet.kit.internal;

import guichet.guard.setting.Between;
import guichet.guard.setting.MustBe;
import guichet.oauth.HttpAddress;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The services that this one calls; their clients read the same settings by name. */
@Unremovable
@ConfigMapping(prefix = "guichet.internal")
interface Neighbours {
    /** The neighbours by name. */
    @WithParentName
    Map<String, Neighbour> byName();

    /** A folder with {@code tls.crt}, {@code tls.key} and {@code ca.crt}, for calls by TLS. */
    Optional<Path> tlsFolder();

    /** What one of them takes. */
    interface Neighbour {
        /**
         * The credential to present. No default. Not a {@code Secret}, which SmallRye would keep
         * from the clients that read it by name.
         */
        @Between(least = Credential.SHORTEST)
        String credential();

        /** Where it is: a credential goes there. No default. */
        @MustBe(
                value =
                        "an https address such as https://10.0.0.7:8281; http is for this machine"
                                + " only",
                test = IsProtected.class)
        URI url();
    }

    /** Whether nobody on the way can read the credential. */
    final class IsProtected implements Predicate<String> {
        @Override
        public boolean test(String address) {
            return HttpAddress.of(address).filter(HttpAddress::isProtected).isPresent();
        }
    }
}
