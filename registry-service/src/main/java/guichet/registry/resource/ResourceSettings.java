package guichet.registry.resource;

import guichet.registryclient.Actor;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The APIs that the settings declare, by a name of the operator's choice. */
@ConfigMapping(prefix = "guichet.resources")
interface ResourceSettings {
    /** Each of them; {@link ApiRules} says what they may be. */
    @WithParentName
    Map<String, Declared> declared();

    /** What the settings say of an API, as {@link Api} explains it. */
    interface Declared {
        String identifier();

        String title();

        @WithName("default")
        @WithDefault("false")
        boolean isDefault();

        @WithDefault("ES256")
        String signingAlgorithm();

        /** In seconds, as everywhere in RFC 6749. */
        Optional<Long> accessTokenLifetime();

        Optional<List<String>> accessTokenClaims();

        Optional<String> introspectionClient();

        /** Whether its scopes are for clients that the settings declare, and for no others. */
        @WithDefault("false")
        boolean reserved();

        List<DeclaredScope> scopes();
    }

    /** What the settings say of a scope, as {@link ApiScope} explains it. */
    interface DeclaredScope {
        String name();

        Map<String, String> words();

        List<Actor> grantedTo();

        @WithName("default")
        @WithDefault("false")
        boolean isDefault();
    }
}
