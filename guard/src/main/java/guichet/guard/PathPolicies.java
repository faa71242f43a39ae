package guichet.guard;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.security.ImmutablePathMatcher;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The path policies of Quarkus Security, {@code quarkus.http.auth.permission.*}. */
final class PathPolicies {
    /** A parameter of a template with its expression, if it has one. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\{\\s*\\w+\\s*(:(?:[^{}]|\\{[^{}]*})+)?}");

    private final Collection<PolicyMappingConfig> policies;
    private final String root;

    /**
     * The policies of an application.
     *
     * @param root below which paths are that do not begin with a slash
     */
    PathPolicies(Collection<PolicyMappingConfig> policies, String root) {
        this.policies = policies;
        this.root = root;
    }

    /** Whether one covers every address of the template. */
    boolean cover(String verb, String template) {
        String sample = sample(template);
        return policies.stream()
                .filter(it -> it.enabled().orElse(true))
                .filter(it -> it.methods().map(verbs -> verbs.contains(verb)).orElse(true))
                .anyMatch(it -> matches(it.paths().orElse(List.of()), sample));
    }

    private boolean matches(List<String> paths, String sample) {
        var matcher =
                ImmutablePathMatcher.<Boolean>builder()
                        .handlerAccumulator((_, _) -> {})
                        .rootPath(root);
        paths.forEach(it -> matcher.addPath(it, true));
        return matcher.hasPaths() && Boolean.TRUE.equals(matcher.build().match(sample).getValue());
    }

    /** An address that nobody writes by name; an expression may take more than one segment. */
    private static String sample(String template) {
        return PARAMETER
                .matcher(template)
                .replaceAll(it -> it.group(1) == null ? "{any}" : "{any}/{any}");
    }
}
