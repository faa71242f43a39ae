package guichet.outside;

import guichet.guard.setting.Between;
import guichet.guard.setting.MustBe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server may call besides the open Internet, and what of it not. */
@ConfigMapping(prefix = "guichet.outside")
interface OutsideConfig {
    /**
     * Hosts that may be called wherever their name leads, at any port and over http: as they are
     * written in addresses, IPv6 in its brackets.
     */
    Optional<Set<String>> allowedHosts();

    /** Ports at which other hosts may be called, besides that of https. */
    @Between(least = "1", most = "65535")
    Optional<Set<Integer>> allowedPorts();

    /**
     * Networks that are not called although they belong to the open Internet, as {@code
     * 198.51.100.0/24}: one's own.
     */
    @MustBe(value = "networks such as 198.51.100.0/24", test = DeniedNetworks.IsNetwork.class)
    Optional<List<String>> deniedNetworks();

    /** How many such calls are under way at once, looking for the address counted in. */
    @WithDefault("100")
    @Between(least = "1", most = "10000")
    int mostAtOnce();

    /** Certificates in PEM of authorities that are trusted besides those of the JDK. */
    @MustBe(value = "a file with certificates in PEM that can be read", test = HasAuthorities.class)
    Optional<Path> caFile();
}
