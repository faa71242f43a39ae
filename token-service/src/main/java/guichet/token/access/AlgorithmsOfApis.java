package guichet.token.access;

import guichet.oauth.OAuthException;
import guichet.registryclient.Resource;
import guichet.registryclient.Resources;
import guichet.token.key.KeyRing;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Sees to it that the keys by which tokens for an API are signed are published before the first of
 * its tokens comes.
 */
@ApplicationScoped
class AlgorithmsOfApis {
    private static final Logger LOG = Logger.getLogger(AlgorithmsOfApis.class);

    private final Resources resources;
    private final KeyRing keys;

    AlgorithmsOfApis(Resources resources, KeyRing keys) {
        this.resources = resources;
        this.keys = keys;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void provide() {
        try {
            resources.catalogue().resources().stream()
                    .map(Resource::signingAlgorithm)
                    .distinct()
                    .forEach(keys::provide);
        } catch (OAuthException away) {
            // Until the registry answers, no token can be issued that would need a key.
            LOG.debugf("the APIs are not known: %s", away.error().description());
        }
    }
}
