package guichet.registry.resource;

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
        resources.list("declared").stream()
                .filter(it -> !names.contains(it.name))
                .forEach(this::forget);
        if (declared.values().stream().anyMatch(Declared::isDefault)) {
            resources.update("isDefault = false where isDefault and name not in ?1", names);
        }
        new TreeMap<>(declared).forEach(this::declare);
    }

    /** What was given for it ends with its tokens: it may be declared again. */
    private void forget(OfferedResource resource) {
        resources.delete(resource);
        resources.flush();
        audit.tell(RESOURCE_NO_LONGER_DECLARED, RESOURCE.is(resource.name));
    }

    private void declare(String name, Declared declared) {
        try {
            Api api = api(name, declared);
            ApiRules.check(api);
            neighbours.check(api);
            take(api, declared.reserved());
        } catch (OAuthException refused) {
            throw new IllegalStateException(
                    "%s%s: %s".formatted(PREFIX, name, refused.error().description()), refused);
        }
    }

    private void take(Api api, boolean reserved) {
        boolean isSo =
                resources
                        .findDescribed(api.name())
                        .filter(it -> it.api().equals(api) && it.declared())
                        .filter(it -> it.reserved() == reserved)
                        .isPresent();
        if (!isSo) {
            OfferedResource taken = resources.put(api);
            taken.declared = true;
            taken.reserved = reserved;
            audit.tell(RESOURCE_DECLARED, RESOURCE.is(api.name()));
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
