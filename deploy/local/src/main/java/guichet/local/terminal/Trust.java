package guichet.local.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that the commands trust, so that an issuer of a private one can be asked. */
final class Trust {
    private static final String CA_FILE = "GUICHET_OUTSIDE_CA_FILE";

    private Trust() {}

    /**
     * Those of the JDK, and those in the file that the environment names, as the services do it.
     *
     * @throws Failure if there is no certificate in that file
     */
    static SSLContext of(Map<String, String> environment) {
        String file = environment.getOrDefault(CA_FILE, "");
        try {
            return file.isEmpty() ? SSLContext.getDefault() : trusting(with(Path.of(file)));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Failure("%s: no certificates in %s".formatted(CA_FILE, file), unreadable);
        }
    }

    private static SSLContext trusting(KeyStore authorities) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers(authorities), null);
        return context;
    }

    private static KeyStore with(Path pem) throws IOException, GeneralSecurityException {
        var certificates = new ArrayList<Certificate>(read(pem));
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager ofTheJdk) {
                certificates.addAll(List.of(ofTheJdk.getAcceptedIssuers()));
            }
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int number = 0; number < certificates.size(); number++) {
            store.setCertificateEntry(String.valueOf(number), certificates.get(number));
        }
        return store;
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

    private static TrustManager[] managers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
