package guichet.kit.internal;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may call this service below {@code /internal/}. */
@ConfigMapping(prefix = "guichet.internal.callers")
interface InternalCallers {
    /** The callers by name. */
    @WithParentName
    Map<String, Caller> byName();

    /** What one caller presents. */
    interface Caller {
        /** The credential in use. No default. */
        @Between(least = Credential.SHORTEST)
        Secret<String> credential();

        /** Those before it, good until every replica of the caller has the new one. */
        @Between(least = Credential.SHORTEST)
        Optional<List<Secret<String>>> retiringCredentials();
    }
}
