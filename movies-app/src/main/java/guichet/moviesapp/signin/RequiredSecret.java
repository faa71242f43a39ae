package guichet.moviesapp.signin;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the client's secret read at start: a start without it fails and names it, while the
 * framework, for which a secret is optional, would go on without.
 */
@Singleton
@Startup
class RequiredSecret {
    RequiredSecret(@ConfigProperty(name = "guichet.movies-app.secret") String secret) {}
}
