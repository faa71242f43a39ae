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

    /** The choices. */
    enum Acting {
        /** For a person who allowed the application. */
        PERSON,
        /** The application for itself, with client credentials. */
        APPLICATION,
        /** Both. */
        EITHER
    }
}
