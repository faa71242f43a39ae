package guichet.guard;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.spi.runtime.SecurityCheckStorage;
import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that Quarkus Security keeps. Without that extension nothing does: then only {@link
 * PermitAll} is true.
 */
@Singleton
class QuarkusSecurity {
    private static final List<Class<? extends Annotation>> RULES =
            List.of(
                    PermissionsAllowed.class,
                    PermissionsAllowed.List.class,
                    RolesAllowed.class,
                    Authenticated.class,
                    DenyAll.class,
                    PermitAll.class);

    private final Optional<SecurityCheckStorage> checks;
    private final PathPolicies policies;
    private final String prefix;

    @Inject
    QuarkusSecurity(
            Instance<SecurityCheckStorage> checks,
            VertxHttpConfig http,
            VertxHttpBuildTimeConfig built) {
        this(
                checks.stream().findFirst(),
                new PathPolicies(http.auth().permissions().values(), built.rootPath()),
                ResteasyReactiveRecorder.getCurrentDeployment().getPrefix());
    }

    /**
     * Of an application.
     *
     * @param prefix below which all its resources are
     */
    QuarkusSecurity(Optional<SecurityCheckStorage> checks, PathPolicies policies, String prefix) {
        this.checks = checks;
        this.policies = policies;
        this.prefix = prefix;
    }

    /** Whether it has a rule for the method, were it that everybody may call it. */
    boolean hasRuleFor(ResourceMethod method) {
        return checks.map(it -> isChecked(it, method) || isCovered(method))
                .orElseGet(() -> rules(method).findFirst().equals(Optional.of(PermitAll.class)));
    }

    /** The rule that somebody wrote and nothing keeps. */
    Optional<String> vainRuleFor(ResourceMethod method) {
        return checks.isPresent()
                ? Optional.empty()
                : rules(method)
                        .filter(it -> it != PermitAll.class)
                        .map(Class::getSimpleName)
                        .findFirst();
    }

    private static boolean isChecked(SecurityCheckStorage checks, ResourceMethod method) {
        return checks.getSecurityCheck(method.method()) != null
                || checks.getDefaultSecurityCheck() != null;
    }

    private boolean isCovered(ResourceMethod method) {
        return method.verb()
                .flatMap(verb -> method.path().filter(it -> policies.cover(verb, prefix + it)))
                .isPresent();
    }

    /** Those of the method, then those of its class: the nearest counts. */
    private static Stream<Class<? extends Annotation>> rules(ResourceMethod method) {
        return Stream.<AnnotatedElement>of(method.method(), method.type())
                .flatMap(it -> RULES.stream().filter(it::isAnnotationPresent));
    }
}
