package guichet.resource;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/**
 * Signatures take a fraction of the time by Amazon's provider. It is a dependency of whoever wants
 * it, and has builds for some platforms; elsewhere the JDK's own provider serves.
 */
@ApplicationScoped
class FastCrypto {
    private static final Logger LOG = Logger.getLogger(FastCrypto.class);

    void install(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            AmazonCorrettoCryptoProvider.install();
            Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
            if (missing == null) {
                LOG.info("signatures by the Amazon Corretto Crypto Provider");
            } else {
                LOG.infof("signatures by the JDK's own provider: %s", missing.getMessage());
            }
        } catch (NoClassDefFoundError _) {
            LOG.info("signatures by the JDK's own provider: no other is among the dependencies");
        }
    }
}
