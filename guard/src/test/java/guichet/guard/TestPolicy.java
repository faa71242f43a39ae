package guichet.guard;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A path policy as settings would have it. */
record TestPolicy(
        Optional<List<String>> paths, Optional<List<String>> methods, Optional<Boolean> enabled)
        implements PolicyMappingConfig {

    static TestPolicy of(String... paths) {
        return new TestPolicy(Optional.of(List.of(paths)), Optional.empty(), Optional.empty());
    }

    TestPolicy withMethods(String... others) {
        return new TestPolicy(paths, Optional.of(List.of(others)), enabled);
    }

    TestPolicy asDisabled() {
        return new TestPolicy(paths, methods, Optional.of(false));
    }

    @Override
    public String policy() {
        return "authenticated";
    }

    @Override
    public Optional<Set<String>> authMechanism() {
        return Optional.empty();
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public AppliesTo appliesTo() {
        return AppliesTo.ALL;
    }
}
