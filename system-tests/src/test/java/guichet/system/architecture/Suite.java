package guichet.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of every module of the suite, without tests. */
final class Suite {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final List<String> MODULES =
            List.of(
                    "oauth",
                    "guard",
                    "lint",
                    "kit",
                    "outside",
                    "registry-client",
                    "resource-server",
                    "registry-service",
                    "authorization-service",
                    "token-service",
                    "movies-api",
                    "movies-app",
                    "deploy/local",
                    "bench");

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPaths(MODULES.stream().map(Suite::classes).toArray(Path[]::new));

    private Suite() {}

    private static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }
}
