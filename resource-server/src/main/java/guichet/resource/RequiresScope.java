package guichet.resource;

import guichet.guard.Guard;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens an endpoint to access tokens with a scope, and to no other request. */
@Guard(RequiresScopeFilter.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {
    /** The scope that the token must have, for example {@code movies:read}. */
    String value();

    /** As whom the token must act. */
    Acting as() default Acting.EITHER;

    /** Whose endpoint it is, and so for whom the token must be. */
    Audience audience() default Audience.API;

    /** Those for whom tokens act. */
    enum Acting {
        /** For a person who allowed the application. */
        PERSON,
        /** The application for itself, with client credentials. */
        APPLICATION,
        /** Both. */
        EITHER
    }

    /** Those whose endpoints there are. */
    enum Audience {
        /** The API's: {@code aud} has its identifier. */
        API,
        /**
         * The issuer's, where the application is that, as in OpenID Connect Core §5.3: the scope
         * alone says that the token will do, it may come in a form as well, RFC 6750 §2.2, and a
         * challenge names no API.
         */
        ISSUER
    }
}
