package guichet.guard;

import static java.util.function.Predicate.not;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method that requests are routed to, and what its class and itself say about it. */
record ResourceMethod(Class<?> type, Method method) {
    /** The method of HTTP; none for one that only leads to another resource. */
    Optional<String> verb() {
        return declarations()
                .flatMap(it -> Stream.of(it.getAnnotations()))
                .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The template of the address; none for a resource that others lead to. */
    Optional<String> path() {
        return ancestors(type)
                .map(it -> it.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(it -> "/" + it.value() + ownPath().map("/"::concat).orElse(""))
                .map(it -> it.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""));
    }

    /** Whether it leads to another resource, whose own methods are asked for their rules. */
    boolean isLocator() {
        return verb().isEmpty() && ownPath().isPresent();
    }

    /** Our own rules that it has, itself or by its class. */
    Stream<Class<? extends Annotation>> guards() {
        return Stream.of(method.getAnnotations(), type.getAnnotations())
                .flatMap(Stream::of)
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(it -> it.isAnnotationPresent(Guard.class))
                .distinct();
    }

    private Optional<String> ownPath() {
        return declarations()
                .map(it -> it.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(Path::value)
                .findFirst();
    }

    /** Itself, then what it overrides: an interface may say what it is to HTTP, JAX-RS §3.6. */
    private Stream<Method> declarations() {
        return ancestors(type)
                .flatMap(it -> Stream.of(it.getDeclaredMethods()))
                .filter(not(Method::isBridge))
                .filter(it -> it.getName().equals(method.getName()))
                .filter(it -> Arrays.equals(it.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> ancestors(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.of(
                                Stream.<Class<?>>of(type),
                                ancestors(type.getSuperclass()),
                                Stream.of(type.getInterfaces()).flatMap(ResourceMethod::ancestors))
                        .flatMap(it -> it);
    }

    /** As a programmer finds it. */
    @Override
    public String toString() {
        return "%s.%s (%s %s)"
                .formatted(
                        type.getName(),
                        method.getName(),
                        verb().orElse("?"),
                        path().orElse("below another resource"));
    }
}
