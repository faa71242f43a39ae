package guichet.registry.tokenservice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.internal.InternalCalls;
import guichet.kit.internal.TestCertificate;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the registry tells its credential, and how the certificates of its own listener change. */
@QuarkusTest
@TestProfile(InternalTls.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InternalTlsTest {
    @Inject @RestClient TokenApi token;

    @ConfigProperty(name = "guichet.internal.token.url")
    URI address;

    @Test
    void a_neighbour_with_a_certificate_of_ours_is_called() throws Exception {
        try (var _ = TlsNeighbour.with(InternalTls.TRUSTED, address.getPort())) {

            assertThatCode(() -> token.provide("ES256")).doesNotThrowAnyException();
        }
    }

    @Test
    void a_server_with_a_certificate_of_somebody_else_is_told_nothing() throws Exception {
        try (var _ = TlsNeighbour.with(InternalTls.STRANGE, address.getPort())) {

            assertThatThrownBy(() -> token.provide("ES256")).hasStackTraceContaining("PKIX path");
        }
    }

    @Test
    @Tag("RFC9525-6")
    void a_server_with_a_certificate_of_ours_for_another_host_is_told_nothing() throws Exception {
        try (var _ = TlsNeighbour.with(InternalTls.ELSEWHERE, address.getPort())) {

            assertThatThrownBy(() -> token.provide("ES256"))
                    .hasStackTraceContaining("No subject alternative DNS name matching localhost");
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void a_certificate_that_was_renewed_is_shown_without_a_restart() throws Exception {
        X509Certificate former = own();

        Path renewed = Path.of("target/tls-renewed").toAbsolutePath();
        TestCertificate.writeFor("localhost", renewed);
        for (String file : new String[] {"tls.key", "tls.crt"}) {
            Files.copy(
                    renewed.resolve(file),
                    InternalTls.OWN.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        while (shown().filter(it -> !it.equals(former)).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static X509Certificate own() throws Exception {
        try (var pem = Files.newInputStream(InternalTls.OWN.resolve("tls.crt"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    /** Nothing at the moment when certificates are changed. */
    private static Optional<X509Certificate> shown() throws Exception {
        try {
            return Optional.of(InternalCalls.certificate());
        } catch (SSLException _) {
            return Optional.empty();
        }
    }
}
