package guichet.local.stack;

import guichet.local.certificate.KeyTool;
import guichet.local.certificate.Pem;
import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * The certificate with which the services of one machine call each other: for loopback, its own
 * authority, and made anew at each start, so that none is ever out of date.
 */
final class InternalCertificate {
    private static final String ALIAS = "internal";

    private InternalCertificate() {}

    /** Makes it in this folder, under the names that a service expects, for its owner only. */
    static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path store = folder.resolve("keys.p12");
            Files.deleteIfExists(store);
            write(folder, generate(store));
            return folder.toAbsolutePath();
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    "no certificate for calls between the services: " + e.getMessage(), e);
        }
    }

    private static KeyStore generate(Path store) {
        return new KeyTool(store)
                .generate(ALIAS, "localhost", "-ext", "san=dns:localhost,ip:127.0.0.1")
                .keys();
    }

    private static void write(Path folder, KeyStore keys)
            throws IOException, GeneralSecurityException {
        String certificate = Pem.of(keys.getCertificate(ALIAS));
        Files.writeString(
                folder.resolve("tls.key"),
                Pem.of(keys.getKey(ALIAS, KeyTool.PASSWORD.toCharArray())));
        Files.writeString(folder.resolve("tls.crt"), certificate);
        Files.writeString(folder.resolve("ca.crt"), certificate);
    }
}
