package guichet.kit.internal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A certificate for the listener of a service's tests that neighbours call. */
public final class TestCertificate implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target/tls").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        writeFor("localhost", FOLDER);
        return Map.of("guichet.internal.tls-folder", FOLDER.toString());
    }

    @Override
    public void stop() {
        // the folder is the build's
    }

    /**
     * Writes key, certificate for a host at 127.0.0.1, and once more that, as its own authority.
     */
    public static void writeFor(String host, Path folder) {
        try {
            Files.createDirectories(folder);
            new CertificateGenerator(folder, true)
                    .generate(
                            new CertificateRequest()
                                    .withName("tls")
                                    .withFormat(Format.PEM)
                                    .withCN(host)
                                    .withSubjectAlternativeName("DNS:" + host)
                                    .withSubjectAlternativeName("IP:127.0.0.1"));
            Files.move(
                    folder.resolve("tls-ca.crt"),
                    folder.resolve("ca.crt"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // as the library declares it
            throw new IllegalStateException("no certificate for " + host, e);
        }
    }

    /** The certificate of the listener. */
    static Path pem() {
        return FOLDER.resolve("ca.crt");
    }
}
