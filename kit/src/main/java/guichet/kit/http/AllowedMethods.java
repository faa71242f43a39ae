package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the methods that an address takes with every 405, as RFC 9110 §15.5.6 demands: the
 * framework leaves them out.
 */
@Singleton
class AllowedMethods {
    private static final int PRIORITY = 95;

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        this.endpoints =
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .<Class<?>>map(Bean::getBeanClass)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .distinct()
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .flatMap(Endpoint::of)
                        .toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(_ -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        HttpServerResponse answer = context.response();
        String path = context.request().path();
        if (answer.getStatusCode() == 405 && path != null && !answer.headers().contains(ALLOW)) {
            answer.putHeader(ALLOW, String.join(", ", of(path)));
        }
    }

    private Set<String> of(String path) {
        Set<String> methods =
                endpoints.stream()
                        .filter(endpoint -> endpoint.path().matcher(path).matches())
                        .map(Endpoint::method)
                        .collect(Collectors.toCollection(TreeSet::new));
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private record Endpoint(Pattern path, String method) {
        /** A parameter of a template with its expression, if it has one. */
        private static final Pattern PARAMETER =
                Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

        static Stream<Endpoint> of(Method method) {
            return Stream.of(method.getAnnotations())
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .flatMap(Stream::ofNullable)
                    .map(verb -> new Endpoint(pattern(template(method)), verb.value()));
        }

        private static String template(Method method) {
            String ofClass = method.getDeclaringClass().getAnnotation(Path.class).value();
            return Optional.ofNullable(method.getAnnotation(Path.class))
                    .map(below -> ofClass + "/" + below.value())
                    .orElse(ofClass)
                    .replaceAll("/+", "/");
        }

        private static Pattern pattern(String template) {
            var pattern = new StringBuilder();
            int end = 0;
            for (MatchResult parameter : PARAMETER.matcher(template).results().toList()) {
                pattern.append(Pattern.quote(template.substring(end, parameter.start())))
                        .append('(')
                        .append(Optional.ofNullable(parameter.group(1)).orElse("[^/]+"))
                        .append(')');
                end = parameter.end();
            }
            return Pattern.compile(pattern + Pattern.quote(template.substring(end)) + "/?");
        }
    }
}
