package guichet.kit.internal;

import guichet.guard.Guard;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an internal endpoint and names the services that may call it. */
@Guard(InternalCallFilter.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CallableBy {
    /** Names of callers, each a key below {@code guichet.internal.callers}. */
    String[] value();
}
