package guichet.authorization.grant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;

/** How people are named to clients. */
@ConfigMapping(prefix = "guichet.subject")
interface SubjectConfig {
    /**
     * Derives pairwise subjects: base64 of 32 bytes. No default: without it the service refuses to
     * start. Whoever changes it makes every person a stranger to the clients that have them.
     */
    Secret<String> derivationKey();
}
