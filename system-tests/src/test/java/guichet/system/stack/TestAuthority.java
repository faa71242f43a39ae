package guichet.system.stack;

import guichet.local.certificate.KeyTool;
import guichet.local.certificate.Pem;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of the tests' own, which vouches for servers at localhost. */
public final class TestAuthority {
    private static final String PASSWORD = KeyTool.PASSWORD;
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";

    private final Path folder;
    private final Certificate certificate;
    private final KeyManagerFactory serverKeys;

    private TestAuthority(Path folder, Certificate certificate, KeyManagerFactory serverKeys) {
        this.folder = folder;
        this.certificate = certificate;
        this.serverKeys = serverKeys;
    }

    /** Makes one, with everything that others need of it in this folder. */
    static TestAuthority in(Path folder) {
        try {
            KeyStore keys =
                    new KeyTool(folder.resolve("keys.p12"))
                            .generate(
                                    AUTHORITY,
                                    "authority of the system tests",
                                    "-ext",
                                    "bc:critical=ca:true")
                            .generate(
                                    SERVER,
                                    "server of the system tests",
                                    "-ext",
                                    "san=dns:localhost,ip:127.0.0.1",
                                    "-signer",
                                    AUTHORITY)
                            .keys();
            Certificate certificate = keys.getCertificate(AUTHORITY);
            keys.deleteEntry(AUTHORITY);
            Files.writeString(folder.resolve("ca.pem"), Pem.of(certificate));
            var serverKeys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            serverKeys.init(keys, PASSWORD.toCharArray());
            store(folder, certificate);
            return new TestAuthority(folder, certificate, serverKeys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate authority", e);
        }
    }

    private static void store(Path folder, Certificate certificate)
            throws IOException, GeneralSecurityException {
        try (var file = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trusting(certificate).store(file, PASSWORD.toCharArray());
        }
    }

    private static KeyStore trusting(Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(AUTHORITY, certificate);
        return store;
    }

    /** Its certificate, in PEM. */
    public Path pem() {
        return folder.resolve("ca.pem");
    }

    /** Its certificate as a browser imports it, with {@link #password()}. */
    public URL trustStore() throws IOException {
        return folder.resolve("trust.p12").toUri().toURL();
    }

    public String password() {
        return PASSWORD;
    }

    /** The key of a server at localhost. */
    KeyCertOptions serverKey() {
        return KeyCertOptions.wrap(serverKeys);
    }

    /** For servers at localhost, and for clients that trust this authority and no other. */
    public SSLContext context() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusting(certificate));
            var context = SSLContext.getInstance("TLS");
            context.init(serverKeys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
