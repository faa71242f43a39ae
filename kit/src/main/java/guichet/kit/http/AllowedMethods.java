package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/**
 * Names the methods that an address takes with every 405, as RFC 9110 §15.5.6 demands: the
 * framework, whose own routes are asked for them, leaves them out.
 */
@Singleton
class AllowedMethods {
    private static final int PRIORITY = 95;

    void register(@Observes Filters filters) {
        filters.register(AllowedMethods::watch, PRIORITY);
    }

    private static void watch(RoutingContext context) {
        context.addHeadersEndHandler(_ -> complete(context));
        context.next();
    }

    private static void complete(RoutingContext context) {
        HttpServerResponse answer = context.response();
        String path = context.request().path();
        if (answer.getStatusCode() == 405 && path != null && !answer.headers().contains(ALLOW)) {
            answer.putHeader(ALLOW, String.join(", ", of(path)));
        }
    }

    private static Set<String> of(String path) {
        Set<String> methods =
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                        .map(type -> new RequestMapper<>(new ArrayList<>(List.of(type))).map(path))
                        .flatMap(Stream::ofNullable)
                        .flatMap(AllowedMethods::of)
                        .collect(Collectors.toCollection(TreeSet::new));
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** Those of a class: of its methods whose own path is the rest. */
    private static Stream<String> of(RequestMatch<InitialMatch> type) {
        String rest = type.remaining.isEmpty() ? "/" : type.remaining;
        return Stream.of(type.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(handler -> handler.getMappers().entrySet().stream())
                .filter(method -> method.getKey() != null && method.getValue().map(rest) != null)
                .map(Map.Entry::getKey);
    }
}
