package guichet.system.fault;

import static guichet.local.stack.Service.AUTHORIZATION;
import static guichet.local.stack.Service.MOVIES;
import static guichet.local.stack.Service.REGISTRY;
import static guichet.local.stack.Service.TOKEN;

import guichet.local.stack.Service;
import guichet.local.terminal.Pause;
import guichet.system.stack.RunningStack;
import guichet.system.stack.RunningStack.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the release before to this version and back, a service at a time, {@code docs/upgrading.md}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(1200)
class UpgradeFault {
    private static final Path THIS = Path.of("").toAbsolutePath().getParent();
    private static final List<Service> SERVICES = List.of(REGISTRY, AUTHORIZATION, TOKEN, MOVIES);

    @TempDir private Path data;

    private final Ledger ledger = new Ledger();

    @Test
    void services_of_two_versions_serve_together_there_and_back_and_nothing_is_lost()
            throws Exception {
        Path before = LastRelease.built();
        try (Suite stack = RunningStack.start(before, data)) {
            try (var load = Load.on(stack.http(), ledger)) {
                Pause.of(Duration.ofSeconds(3));
                for (Service service : SERVICES) {
                    replace(stack, service, THIS, load);
                }
                for (Service service : SERVICES) {
                    replace(stack, service, before, load);
                }
                load.requireNoWrongAnswer();
            }
            ledger.requireEntries();
            ledger.verify();
        }
    }

    /** It alone is away meanwhile; after that all is well, whatever versions the others have. */
    private static void replace(Suite stack, Service service, Path version, Load load) {
        stack.stack().stop(service);
        stack.stack().start(service, version, Map.of());
        Pause.of(Trial.RECOVERY.plus(Trial.FIRST_ANSWERS));
        Instant replaced = Instant.now();
        Pause.of(Duration.ofSeconds(3));
        load.requireGoodSince(replaced);
    }
}
