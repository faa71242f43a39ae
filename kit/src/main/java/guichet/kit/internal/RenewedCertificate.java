package guichet.kit.internal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the listener for neighbours show its certificate anew once that was renewed.
 *
 * <p>Quarkus would do so every period, renewed or not, and Vert.x drops the connections that are
 * opened meanwhile.
 */
@Singleton
class RenewedCertificate {
    private static final String NAME = "internal";
    private static final String OWN = "quarkus.tls." + NAME + ".key-store.pem.own.";

    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> updated;
    private final List<Path> files;
    private List<FileTime> shown;

    RenewedCertificate(
            TlsConfigurationRegistry registry,
            Event<CertificateUpdatedEvent> updated,
            @ConfigProperty(name = OWN + "cert") Optional<Path> certificate,
            @ConfigProperty(name = OWN + "key") Optional<Path> key)
            throws IOException {
        this.registry = registry;
        this.updated = updated;
        this.files = Stream.of(certificate, key).flatMap(Optional::stream).toList();
        this.shown = times();
    }

    /** A pair of which one half is still missing is tried again. */
    @Scheduled(every = "10s")
    synchronized void show() throws IOException {
        List<FileTime> found = times();
        if (!found.equals(shown)) {
            TlsConfiguration tls = registry.get(NAME).orElseThrow();
            if (tls.reload()) {
                shown = found;
                updated.fire(new CertificateUpdatedEvent(NAME, tls));
            }
        }
    }

    private List<FileTime> times() throws IOException {
        var times = new ArrayList<FileTime>();
        for (Path file : files) {
            times.add(Files.getLastModifiedTime(file));
        }
        return List.copyOf(times);
    }
}
