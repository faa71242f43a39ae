package guichet.moviesapp.signin;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Has the secret read at start; the framework takes it from the same place. */
@Singleton
@Startup
class RequiredSecret {
    RequiredSecret(ClientSettings settings) {
        settings.secret();
    }
}
