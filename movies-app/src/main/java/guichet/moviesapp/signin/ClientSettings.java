package guichet.moviesapp.signin;

import io.smallrye.config.ConfigMapping;

/**
 * What the client's registration and the application must agree on. No default: a start without it
 * fails and names it, while the framework, for which a secret is optional, would go on without.
 */
@ConfigMapping(prefix = "guichet.movies-app")
interface ClientSettings {
    /** The client's secret. */
    String secret();
}
