package guichet.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test on the one {@link RunningStack}, beside those at a browser. Others of this kind wait,
 * since they are about the same few people and their lists.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningStack.class)
@ResourceLock(value = RunningStack.SERVICES, mode = ResourceAccessMode.READ)
@ResourceLock(RunningStack.PEOPLE)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface OnStack {}
