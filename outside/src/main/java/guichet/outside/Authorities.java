package guichet.outside;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for servers: the authorities of the JDK and those in a file. */
final class Authorities {
    private Authorities() {}

    /** Those of the JDK and those in a file that {@link IsReadable}. */
    static TrustOptions with(Path pem) {
        try {
            var certificates = new ArrayList<Certificate>(List.of(ofTheJdk()));
            certificates.addAll(read(pem));
            return TrustOptions.wrap(manager(store(certificates)));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("no certificates in " + pem, unreadable);
        }
    }

    private static X509Certificate[] ofTheJdk() throws GeneralSecurityException {
        return manager(null).getAcceptedIssuers();
    }

    private static List<? extends Certificate> read(Path pem)
            throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(pem)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(file));
        }
    }

    private static KeyStore store(List<Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int number = 0; number < certificates.size(); number++) {
            store.setCertificateEntry(String.valueOf(number), certificates.get(number));
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.<TrustManager>of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether there are certificates in the file. */
    static final class IsReadable implements Predicate<String> {
        @Override
        public boolean test(String pem) {
            try {
                return !read(Path.of(pem)).isEmpty();
            } catch (IOException | GeneralSecurityException | InvalidPathException _) {
                return false;
            }
        }
    }
}
