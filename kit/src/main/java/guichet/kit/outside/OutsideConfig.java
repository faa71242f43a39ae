package guichet.kit.outside;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What the server may call besides the open Internet. */
@ConfigMapping(prefix = "guichet.outside")
interface OutsideConfig {
    /**
     * Hosts that may be called wherever their name leads, and over http: as they are written in
     * addresses, IPv6 in its brackets.
     */
    Optional<Set<String>> allowedHosts();

    /** Certificates in PEM of authorities that are trusted besides those of the JDK. */
    Optional<Path> caFile();
}
