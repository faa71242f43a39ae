package guichet.system.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resource methods of the suite. */
public final class Endpoints {
    private static final Set<String> VERBS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Endpoints() {}

    /**
     * A resource method.
     *
     * @param owner the package in which it is
     * @param path with the names of its parameters in braces
     */
    public record Endpoint(String owner, String method, String path) {}

    /** All that the outside may call. */
    public static List<Endpoint> ofTheOutside() {
        return all().map(Endpoints::endpoint)
                .filter(it -> !isInternal(it))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    /** All that neighbours may call. */
    static List<JavaMethod> ofNeighbours() {
        return all().filter(it -> isInternal(endpoint(it))).toList();
    }

    private static Stream<JavaMethod> all() {
        return Suite.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(Endpoints::isEndpoint);
    }

    private static boolean isInternal(Endpoint endpoint) {
        return (endpoint.path() + "/").startsWith("/internal/");
    }

    static Endpoint endpoint(JavaMethod method) {
        return new Endpoint(
                method.getOwner().getPackageName(),
                names(method.getAnnotations()).filter(VERBS::contains).findFirst().orElseThrow(),
                path(method));
    }

    /** A client's interface says whom it asks, and answers nobody. */
    static boolean isEndpoint(JavaMethod method) {
        return names(method.getAnnotations()).anyMatch(VERBS::contains)
                && names(method.getOwner().getAnnotations())
                        .noneMatch("RegisterRestClient"::equals);
    }

    static String path(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAnnotations().stream(),
                        method.getAnnotations().stream())
                .filter(it -> it.getRawType().getSimpleName().equals("Path"))
                .map(it -> "/" + it.get("value").orElse(""))
                .collect(Collectors.joining())
                .replaceAll("/+", "/");
    }

    static Stream<String> names(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream().map(it -> it.getRawType().getSimpleName());
    }
}
