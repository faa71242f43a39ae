package guichet.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that stops services of the one {@link RunningStack}, or sets them up anew: alone on it.
 * These come before all others, so that those wait for them once; {@link OnHttpsStack} meanwhile
 * uses what they leave of the machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningStack.class)
@ResourceLock(RunningStack.SERVICES)
@Order(1)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface DisturbsStack {}
