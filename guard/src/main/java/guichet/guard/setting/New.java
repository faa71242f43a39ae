package guichet.guard.setting;

import java.lang.reflect.Constructor;

/** Makes what an annotation names, wherever only its own package can. */
final class New {
    private New() {}

    static <T> T of(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }
}
