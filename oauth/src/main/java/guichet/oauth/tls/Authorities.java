package guichet.oauth.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for servers: the authorities of the JDK and those in a file. */
public final class Authorities {
    private Authorities() {}

    /**
     * Those of the JDK and those in a file.
     *
     * @throws IOException if the file cannot be read, or has no certificate
     * @throws GeneralSecurityException if what is in it is none
     */
    public static X509TrustManager with(Path pem) throws IOException, GeneralSecurityException {
        var certificates = new ArrayList<Certificate>(List.of(ofTheJdk()));
        certificates.addAll(read(pem));
        return manager(store(certificates));
    }

    private static X509Certificate[] ofTheJdk() throws GeneralSecurityException {
        return manager(null).getAcceptedIssuers();
    }

    private static Collection<? extends Certificate> read(Path pem)
            throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(pem)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (found.isEmpty()) {
                throw new IOException("the file is empty");
            }
            return found;
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
}
