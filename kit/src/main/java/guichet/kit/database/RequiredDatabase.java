package guichet.kit.database;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Has the settings read at start; the data source takes them from the same place. */
@Singleton
@Startup
class RequiredDatabase {
    RequiredDatabase(DatabaseSettings settings) {
        settings.url();
    }
}
