package guichet.token.administration;

import guichet.guard.Guard;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens an endpoint to an application's own access tokens with a scope of administration. */
@Guard(ForAdministratorsFilter.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ForAdministrators {
    /** The scope that the token must have, for example {@code keys:admin}. */
    String value();
}
