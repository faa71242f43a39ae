package guichet.guard;

import static java.util.function.Predicate.not;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Binds rules to their methods, and refuses to start with a resource method that does not say who
 * may call it. The framework tells a {@link DynamicFeature} of every method that it routes to; none
 * is missed, wherever it comes from.
 */
@Provider
@Singleton
class DeclaredRules implements DynamicFeature {
    private final List<ResourceMethod> methods = new ArrayList<>();

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        var method = new ResourceMethod(info.getResourceClass(), info.getResourceMethod());
        methods.add(method);
        method.guards().map(it -> it.getAnnotation(Guard.class).value()).forEach(context::register);
    }

    /** Asked when settings are there: they may say who may call what, too. */
    void check(@Observes StartupEvent start, QuarkusSecurity quarkus, Instance<Reserved> reserved) {
        check(quarkus, reserved.stream().toList());
    }

    void check(QuarkusSecurity quarkus, List<Reserved> reserved) {
        List<String> faults =
                methods.stream()
                        .filter(not(ResourceMethod::isLocator))
                        .flatMap(it ->
                                Stream.concat(undeclared(it, quarkus), unreserved(it, reserved)))
                        .sorted()
                        .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    private static Stream<String> undeclared(ResourceMethod method, QuarkusSecurity quarkus) {
        return method.guards().findAny().isPresent()
                ? Stream.empty()
                : quarkus.fault(method).stream().map(it -> method + " " + it);
    }

    private static Stream<String> unreserved(ResourceMethod method, List<Reserved> reserved) {
        return reserved.stream()
                .filter(it -> it.isAbove(method) && !it.isKeptBy(method))
                .map(it -> "%s is below %s: write %s".formatted(method, it.path(), it.advice()));
    }
}
