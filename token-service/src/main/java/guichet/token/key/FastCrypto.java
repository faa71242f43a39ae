package guichet.token.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/** Signs several times as fast where Amazon's provider has a build for the platform. */
@ApplicationScoped
class FastCrypto {
    private static final Logger LOG = Logger.getLogger(FastCrypto.class);

    void install(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        AmazonCorrettoCryptoProvider.install();
        Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        if (missing == null) {
            LOG.info("signing with the Amazon Corretto Crypto Provider");
        } else {
            LOG.infof("signing with the JDK's own provider: %s", missing.getMessage());
        }
    }
}
