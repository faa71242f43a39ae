package guichet.guard;

import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a rule that says who may call a resource method. What {@link
 * DeclaredRules} takes for such a rule is what binds its filter: unlike with {@link
 * jakarta.ws.rs.NameBinding}, to which an annotation beside an interface with the path means
 * nothing, the two cannot differ.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Guard {
    /** What keeps the rule: a bean that is {@code @Unremovable} and no {@code @Provider}. */
    Class<? extends ContainerRequestFilter> value();
}
