package guichet.registry.tokenservice;

import guichet.kit.internal.TestCertificate;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Certificates that the tests change, and a token-service that is called by TLS. */
public final class InternalTls implements QuarkusTestProfile {
    /** A neighbour's, trusted. */
    static final Path TRUSTED = Path.of("target/tls-of-neighbour").toAbsolutePath();

    /** Trusted as well, but made for another host. */
    static final Path ELSEWHERE = Path.of("target/tls-of-elsewhere").toAbsolutePath();

    /** Trusted by nobody. */
    static final Path STRANGE = Path.of("target/tls-of-strangers").toAbsolutePath();

    /** The service's own. */
    static final Path OWN = Path.of("target/tls-that-changes").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        TestCertificate.writeFor("localhost", TRUSTED);
        TestCertificate.writeFor("localhost", STRANGE);
        TestCertificate.writeFor("elsewhere.example", ELSEWHERE);
        TestCertificate.writeFor("localhost", OWN);
        return Map.of(
                "guichet.internal.tls-folder",
                OWN.toString(),
                "guichet.internal.token.url",
                "https://localhost:" + freePort(),
                "quarkus.tls.internal.trust-store.pem.certs",
                trusted().toString(),
                "quarkus.scheduler.enabled",
                "true");
    }

    private static Path trusted() {
        try {
            return Files.writeString(
                    OWN.resolve("trusted.crt"),
                    Files.readString(TRUSTED.resolve("ca.crt"))
                            + Files.readString(ELSEWHERE.resolve("ca.crt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
