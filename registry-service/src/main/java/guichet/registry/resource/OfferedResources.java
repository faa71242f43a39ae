package guichet.registry.resource;

import guichet.registry.change.Versions;
import guichet.registryclient.Resource;
import guichet.registryclient.ResourceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The APIs on offer. */
@ApplicationScoped
public class OfferedResources {
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 8_707L;

    private static final String READ =
            """
            select api, scope from OfferedResource api
            left join OfferedScope scope on scope.resource = api.name
            """;

    private static final String IN_ORDER = " order by api.name, scope.position";

    private final ResourceRows rows;
    private final OfferedScopes scopes;
    private final Versions versions;

    OfferedResources(ResourceRows rows, OfferedScopes scopes, Versions versions) {
        this.rows = rows;
        this.scopes = scopes;
        this.versions = versions;
    }

    /** All of them, as the other services see them. */
    @Transactional
    public ResourceCatalogue catalogue() {
        return offer().all();
    }

    /** Those whose scopes an application may register for. */
    @Transactional
    public ResourceCatalogue registrable() {
        return offer().registrable();
    }

    /** Both, of the same moment. */
    @Transactional
    public Offer offer() {
        List<WholeApi> all = read("");
        return new Offer(catalogue(all, _ -> true), catalogue(all, it -> !it.api.reserved));
    }

    private static ResourceCatalogue catalogue(List<WholeApi> all, Predicate<WholeApi> which) {
        return new ResourceCatalogue(all.stream().filter(which).map(WholeApi::resource).toList());
    }

    /** All of them, as an administrator sees them. */
    @Transactional
    List<DescribedApi> all() {
        return read("").stream().map(WholeApi::described).toList();
    }

    /** The one of this name, as an administrator sees it. */
    @Transactional
    Optional<DescribedApi> findDescribed(String name) {
        return read("where api.name = ?1", name).stream().map(WholeApi::described).findFirst();
    }

    /**
     * By one statement: between two, somebody else could change APIs, and one would be told without
     * its scopes.
     */
    private List<WholeApi> read(String which, Object... values) {
        TypedQuery<Object[]> query =
                rows.getEntityManager().createQuery(READ + which + IN_ORDER, Object[].class);
        for (int place = 0; place < values.length; place++) {
            query.setParameter(place + 1, values[place]);
        }
        var found = new LinkedHashMap<String, WholeApi>();
        for (Object[] row : query.getResultList()) {
            var api = (OfferedResource) row[0];
            WholeApi whole =
                    found.computeIfAbsent(api.name, _ -> new WholeApi(api, new ArrayList<>()));
            if (row[1] instanceof OfferedScope scope) {
                whole.scopes.add(scope);
            }
        }
        return List.copyOf(found.values());
    }

    /** An API with its scopes, as both were at one moment. */
    private record WholeApi(OfferedResource api, List<OfferedScope> scopes) {
        DescribedApi described() {
            return DescribedApi.of(api, scopes.stream().map(OfferedScope::described).toList());
        }

        Resource resource() {
            return described()
                    .api()
                    .offered(
                            scopes.stream()
                                    .collect(Collectors.toMap(it -> it.name, it -> it.since)));
        }
    }

    /**
     * Whoever changes APIs, or what goes by them, goes on alone until the end of the transaction.
     */
    public void lock() {
        rows.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** No API changes until the end of the transaction, in which what goes by them is stored. */
    public void hold() {
        rows.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock_shared(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** From when scopes are on offer that come now, {@link OfferedScopes#fromNow}. */
    Instant fromNow() {
        return scopes.fromNow();
    }

    /**
     * Makes or changes an API; under the {@link #lock}.
     *
     * @param since from when its new scopes are on offer, {@link #fromNow}
     */
    OfferedResource put(Api api, Instant since) {
        OfferedResource offered =
                rows.findByIdOptional(api.name()).orElseGet(() -> new OfferedResource(api.name()));
        offered.take(api, versions.next());
        rows.persistAndFlush(offered);
        scopes.put(api, since);
        return offered;
    }

    /** An API is the default no more; under the {@link #lock}. */
    void makeOneOfMany(OfferedResource offered) {
        offered.isDefault = false;
        offered.version = versions.next();
        rows.flush();
    }

    /** Takes an API off the offer, which may be back in a while; under the {@link #lock}. */
    void takeAway(OfferedResource offered) {
        scopes.takeAway(offered, _ -> true);
        rows.delete(offered);
        rows.flush();
    }

    /**
     * Has an API let go of what it has no more, and of what only one can have, in order that
     * another of the same transaction takes it, whichever comes first; {@link #put} follows. Under
     * the {@link #lock}. With another identifier it is another API: what was approved of the one
     * before does not count for it.
     */
    void letGo(Api wanted) {
        rows.findByIdOptional(wanted.name())
                .ifPresent(it -> {
                    boolean isAnother = !it.identifier.equals(wanted.identifier());
                    scopes.takeAway(it, scope -> isAnother || !wanted.hasScope(scope));
                    it.isDefault = false;
                    it.identifier = "urn:uuid:" + UUID.randomUUID();
                });
        rows.flush();
    }
}
