package guichet.registry.resource;

import guichet.kit.registry.Resource;
import guichet.kit.registry.ResourceCatalogue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The APIs on offer. */
@ApplicationScoped
public class OfferedResources implements PanacheRepositoryBase<OfferedResource, String> {
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 8_707L;

    private final OfferedScopes scopes;

    OfferedResources(OfferedScopes scopes) {
        this.scopes = scopes;
    }

    /** All of them, as the other services see them. */
    @Transactional
    public ResourceCatalogue catalogue() {
        return catalogue(list("order by name"));
    }

    /** Those whose scopes an application may register for. */
    @Transactional
    public ResourceCatalogue registrable() {
        return catalogue(list("not reserved order by name"));
    }

    private ResourceCatalogue catalogue(List<OfferedResource> offered) {
        Map<String, Instant> since = scopes.since();
        return new ResourceCatalogue(
                described(offered).stream()
                        .map(DescribedApi::api)
                        .map(it -> resource(it, since))
                        .toList());
    }

    /** All of them, as an administrator sees them. */
    @Transactional
    List<DescribedApi> all() {
        return described(list("order by name"));
    }

    /** The one of this name, as an administrator sees it. */
    @Transactional
    Optional<DescribedApi> findDescribed(String name) {
        return described(list("name", name)).stream().findFirst();
    }

    private List<DescribedApi> described(List<OfferedResource> offered) {
        Map<String, List<ApiScope>> byResource =
                scopes.list("order by position").stream()
                        .collect(
                                Collectors.groupingBy(
                                        scope -> scope.resource,
                                        Collectors.mapping(
                                                OfferedScope::described, Collectors.toList())));
        return offered.stream()
                .map(it -> DescribedApi.of(it, byResource.getOrDefault(it.name, List.of())))
                .toList();
    }

    /**
     * Whoever changes APIs, or what goes by them, goes on alone until the end of the transaction.
     */
    public void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Makes or changes an API; under the {@link #lock}. */
    OfferedResource put(Api api) {
        OfferedResource offered =
                findByIdOptional(api.name()).orElseGet(() -> new OfferedResource(api.name()));
        offered.take(api);
        persistAndFlush(offered);
        scopes.put(api);
        return offered;
    }

    /**
     * Has an API let go of what only one can have, in order that another of the same transaction
     * takes it, whichever comes first; {@link #put} follows. Under the {@link #lock}.
     */
    void letGo(String name) {
        findByIdOptional(name)
                .ifPresent(it -> {
                    it.isDefault = false;
                    it.identifier = "urn:uuid:" + UUID.randomUUID();
                });
        flush();
    }

    private static Resource resource(Api api, Map<String, Instant> since) {
        return new Resource(
                api.identifier(),
                api.title(),
                api.introspectionClient().orElse(null),
                api.signingAlgorithm(),
                api.isDefault(),
                api.accessTokenLifetime(),
                api.accessTokenClaims(),
                api.scopes().stream()
                        .map(it -> it.offered(Optional.ofNullable(since.get(it.name()))))
                        .toList());
    }
}
