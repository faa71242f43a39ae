package guichet.authorization.language;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Messages in no language: each is its own name, with what it is about in brackets. */
public final class NamedMessages {
    private static final Messages ALL =
            (Messages)
                    Proxy.newProxyInstance(
                            Messages.class.getClassLoader(),
                            new Class<?>[] {Messages.class},
                            (_, message, about) -> named(message, about));

    private NamedMessages() {}

    private static String named(Method message, Object[] about) {
        return about == null ? message.getName() : message.getName() + Arrays.toString(about);
    }

    /** Which message a text is. */
    public static String of(Text text) {
        return text.in(ALL);
    }
}
