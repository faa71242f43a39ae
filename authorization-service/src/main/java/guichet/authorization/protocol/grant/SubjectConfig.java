package guichet.authorization.protocol.grant;

import guichet.guard.setting.MustBe;
import guichet.kit.secret.ConfiguredKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;

/** How people are named to clients. */
@ConfigMapping(prefix = "guichet.subject")
interface SubjectConfig {
    /**
     * Derives pairwise subjects: base64 of 32 bytes. No default. Whoever changes it makes every
     * person a stranger to the clients that have them.
     */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Secret<String> derivationKey();
}
