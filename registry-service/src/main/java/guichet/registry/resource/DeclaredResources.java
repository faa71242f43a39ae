package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DECLARED;
import static guichet.kit.audit.AuditEvent.RESOURCE_NO_LONGER_DECLARED;
import static guichet.kit.audit.AuditField.RESOURCE;

import guichet.kit.audit.Audit;
import guichet.oauth.OAuthException;
import guichet.registry.resource.ResourceSettings.Declared;
import guichet.registry.resource.ResourceSettings.DeclaredScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the APIs that the settings declare, {@code guichet.resources.<name>}, among those that
 * administrators made. Before the clients: those that are declared may have their scopes.
 */
@ApplicationScoped
class DeclaredResources {
    private static final String PREFIX = "guichet.resources.";
    private static final int BEFORE_CLIENTS = 1_000;

    private final ResourceSettings settings;
    private final OfferedResources resources;
    private final Neighbours neighbours;
    private final Audit audit;

    DeclaredResources(
            ResourceSettings settings,
            OfferedResources resources,
            Neighbours neighbours,
            Audit audit) {
        this.settings = settings;
        this.resources = resources;
        this.neighbours = neighbours;
        this.audit = audit;
    }

    void declare(@Observes @Priority(BEFORE_CLIENTS) StartupEvent event) {
        replace(settings.declared());
    }

    /**
     * Makes the declared APIs these and no others. Replicas that start together wait for each
     * other; the last one to start has its way.
     *
     * @throws IllegalStateException saying which one may not be so
     */
    @Transactional
    void replace(Map<String, Declared> declared) {
        resources.lock();
        Set<String> names = declared.keySet();
        List<Wanted> wanted =
                new TreeMap<>(declared)
                        .entrySet().stream()
                                .map(it -> Wanted.of(it.getKey(), it.getValue()))
                                .toList();
        resources.list("declared").stream()
                .filter(it -> !names.contains(it.name))
                .forEach(this::forget);
        if (wanted.stream().anyMatch(it -> it.api().isDefault())) {
            resources.list("isDefault").stream()
                    .filter(it -> !names.contains(it.name))
                    .forEach(this::makeOneOfMany);
        }
        check(names, wanted.stream().map(Wanted::api).toList());
        List<Wanted> changed = wanted.stream().filter(it -> !isSo(it)).toList();
        changed.forEach(it -> resources.letGo(it.api().name()));
        changed.forEach(this::take);
    }

    /** What was given for it ends with its tokens: it may be declared again. */
    private void forget(OfferedResource resource) {
        resources.delete(resource);
        resources.flush();
        audit.tell(RESOURCE_NO_LONGER_DECLARED, RESOURCE.is(resource.name));
    }

    /** An administrator's API is the default no more when the settings say that another one is. */
    private void makeOneOfMany(OfferedResource resource) {
        resource.isDefault = false;
        resource.version++;
        resources.flush();
        audit.tell(RESOURCE_CHANGED, RESOURCE.is(resource.name));
    }

    /** As they are together, since one may have now what another one had before. */
    private void check(Set<String> names, List<Api> wanted) {
        Stream<Api> others =
                resources.all().stream()
                        .map(DescribedApi::api)
                        .filter(it -> !names.contains(it.name()));
        List<Api> together = Stream.concat(others, wanted.stream()).toList();
        wanted.forEach(it -> check(it, together));
    }

    private void check(Api api, List<Api> together) {
        try {
            ApiRules.check(api);
            neighbours.check(api, together);
        } catch (OAuthException refused) {
            throw new IllegalStateException(
                    "%s%s: %s".formatted(PREFIX, api.name(), refused.error().description()),
                    refused);
        }
    }

    private boolean isSo(Wanted wanted) {
        return resources
                .findDescribed(wanted.api().name())
                .filter(it -> it.api().equals(wanted.api()) && it.declared())
                .filter(it -> it.reserved() == wanted.reserved())
                .isPresent();
    }

    private void take(Wanted wanted) {
        OfferedResource taken = resources.put(wanted.api());
        taken.declared = true;
        taken.reserved = wanted.reserved();
        audit.tell(RESOURCE_DECLARED, RESOURCE.is(wanted.api().name()));
    }

    /** An API that the settings declare. */
    private record Wanted(Api api, boolean reserved) {
        static Wanted of(String name, Declared declared) {
            return new Wanted(DeclaredResources.api(name, declared), declared.reserved());
        }
    }

    private static Api api(String name, Declared declared) {
        return new Api(
                name,
                declared.identifier(),
                declared.title(),
                declared.isDefault(),
                declared.signingAlgorithm(),
                declared.accessTokenLifetime(),
                declared.accessTokenClaims().orElse(List.of()),
                declared.introspectionClient(),
                declared.scopes().stream().map(DeclaredResources::scope).toList());
    }

    private static ApiScope scope(DeclaredScope declared) {
        return new ApiScope(
                declared.name(),
                declared.words(),
                Set.copyOf(declared.grantedTo()),
                declared.isDefault());
    }
}
