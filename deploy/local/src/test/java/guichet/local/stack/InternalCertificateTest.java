package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InternalCertificateTest {
    @TempDir Path folder;

    @Test
    void it_is_for_loopback_and_vouched_for_by_itself_alone() throws Exception {
        Path made = InternalCertificate.in(folder.resolve("certificate"));

        X509Certificate certificate = read(made.resolve("tls.crt"));
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(read(made.resolve("ca.crt"))).isEqualTo(certificate);
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    @Tag("RFC7468-10")
    void its_key_is_there_for_nobody_else() throws IOException {
        Path made = InternalCertificate.in(folder.resolve("certificate"));

        assertThat(made.resolve("tls.key"))
                .content()
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void each_start_has_another() throws Exception {
        X509Certificate first = read(InternalCertificate.in(folder).resolve("tls.crt"));
        X509Certificate second = read(InternalCertificate.in(folder).resolve("tls.crt"));

        assertThat(second).isNotEqualTo(first);
    }

    private static X509Certificate read(Path file) throws Exception {
        try (var pem = Files.newInputStream(file)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
