package guichet.authorization.protocol.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is asked of authorization requests, and where their answers may lead a browser. */
@ConfigMapping(prefix = "guichet.authorization")
public interface AuthorizationConfig {
    /** Of which requests PKCE is demanded. */
    @WithDefault("oauth")
    PkcePolicy pkce();

    /** Which applications have errors sent to them at once, RFC 9700 §4.11.2. */
    @WithDefault("trusted")
    ErrorRedirects errorRedirects();

    /**
     * Whether an approval of a public web application on loopback is remembered, for developers:
     * any program of the machine can listen there, RFC 8252 §8.6.
     */
    @WithDefault("false")
    boolean rememberLoopback();

    /** Which applications have errors sent to them without the person's own deed. */
    enum ErrorRedirects {
        /** Those that somebody answers for, or that the person approved before. */
        TRUSTED,
        /**
         * All that registered: for the OpenID Foundation's plans, which know no page in between.
         */
        ALL
    }
}
