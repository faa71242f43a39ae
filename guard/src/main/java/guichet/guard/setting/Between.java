package guichet.guard.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How small and how large a setting may be; of a text, how many characters it has. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Between {
    /** As it would be set; itself allowed. Any when empty. */
    String least() default "";

    /** Likewise. */
    String most() default "";
}
