package guichet.kit.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What applications in browsers may call, wherever they live. */
@ConfigMapping(prefix = "guichet.cross-origin")
interface CrossOriginConfig {
    /** Each as it stands, and all below it; none unless the service says so. */
    Optional<List<String>> paths();
}
