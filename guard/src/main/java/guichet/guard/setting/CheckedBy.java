package guichet.guard.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who knows whether the settings of a mapping go together. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckedBy {
    /** Asked once each of them is good by itself. */
    Class<? extends Agreement<?>> value();
}
