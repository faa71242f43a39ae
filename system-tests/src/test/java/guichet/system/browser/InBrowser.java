package guichet.system.browser;

import guichet.system.stack.RunningStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of what people see at Chromium, for which it is given {@link Visitors}; one after the
 * other, since one thread at a time may speak to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningStack.class, ChromiumExtension.class})
@ResourceLock(value = RunningStack.SERVICES, mode = ResourceAccessMode.READ)
@ResourceLock(Chromium.PROCESS)
@Tag(InBrowser.TAG)
@DisplayNameGeneration(ReplaceUnderscores.class)
@interface InBrowser {
    /** What {@code CONTRIBUTING.md} leaves out the tests of pages by. */
    String TAG = "browser";
}
