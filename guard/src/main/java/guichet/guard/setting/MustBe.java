package guichet.guard.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/** What a setting has to be, where its type does not say so; at a type, all settings of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MustBe {
    /** In words that go on after "must be", with an example. */
    String value();

    /** Whether a value is so: each of them where there are several. */
    Class<? extends Predicate<String>> test() default Anything.class;

    /** Nothing to ask. */
    final class Anything implements Predicate<String> {
        @Override
        public boolean test(String text) {
            return true;
        }
    }
}
