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

    private static final String MISSING =
            """
            does not say who may call it: write @RequiresScope, @PermissionsAllowed, \
            @RolesAllowed, @Authenticated, @PermitAll or @DenyAll on the method or its class, \
            or cover its path by a policy of quarkus.http.auth.permission\
            """;

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

    /**
     * What is wrong with a method that has no rule of ours: it has none at all, or one that nothing
     * keeps. That everybody may call it is a rule.
     */
    Optional<String> fault(ResourceMethod method) {
        var written = rules(method).findFirst();
        boolean isKept =
                checks.map(it -> isChecked(it, method) || isCovered(method))
                        .orElse(written.equals(Optional.of(PermitAll.class)));
        return isKept
                ? Optional.empty()
                : Optional.of(
                        written.filter(_ -> checks.isEmpty())
                                .map(QuarkusSecurity::vain)
                                .orElse(MISSING));
    }

    private static String vain(Class<?> rule) {
        return """
        has @%s, which nothing keeps without an extension such as quarkus-security: \
        add it, or write @RequiresScope\
        """
                .formatted(rule.getSimpleName());
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
