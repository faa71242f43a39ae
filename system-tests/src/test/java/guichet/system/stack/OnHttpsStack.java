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

/** A test on the one {@link HttpsStack}, one after the other, beside {@link DisturbsStack}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HttpsStack.class)
@ResourceLock(HttpsStack.SERVICES)
@Order(1)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface OnHttpsStack {}
