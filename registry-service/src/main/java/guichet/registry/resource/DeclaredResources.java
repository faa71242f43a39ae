package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DECLARED;
import static guichet.kit.audit.AuditEvent.RESOURCE_NO_LONGER_DECLARED;
import static guichet.kit.audit.AuditField.RESOURCE;

import guichet.kit.audit.Audit;
import guichet.oauth.OAuthException;
import guichet.registry.resource.ResourceSettings.Declared;
import guichet.registry.resource.ResourceSettings.DeclaredScope;
import guichet.registryclient.ResourceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the APIs that the settings declare, {@code guichet.resources.<name>}, among those that
 * administrators made.
 */
@ApplicationScoped
public class DeclaredResources {
    private static final String PREFIX = "guichet.resources.";

    private final ResourceRows rows;
    private final ResourceSettings settings;
    private final OfferedResources resources;
    private final Neighbours neighbours;
    private final Usage usage;
    private final Audit audit;

    DeclaredResources(
            ResourceRows rows,
            ResourceSettings settings,
            OfferedResources resources,
            Neighbours neighbours,
            Usage usage,
            Audit audit) {
        this.rows = rows;
        this.settings = settings;
        this.resources = resources;
        this.neighbours = neighbours;
        this.usage = usage;
        this.audit = audit;
    }

    /**
     * What will be on offer once the settings are declared; nothing changes yet.
     *
     * @throws IllegalStateException saying which API may not be so
     */
    @Transactional
    public Offer toCome() {
        List<DescribedApi> wanted = wanted(settings.declared());
        return offer(checked(wanted));
    }

    /**
     * Makes the declared APIs those of the settings and no others. Replicas that start together
     * wait for each other; the last one to start has its way.
     *
     * @throws IllegalStateException saying which one may not be so; nothing has changed then
     */
    @Transactional
    public void declare() {
        replace(settings.declared());
    }

    /** The same with other settings. */
    @Transactional
    void replace(Map<String, Declared> declared) {
        resources.lock();
        List<DescribedApi> wanted = wanted(declared);
        checked(wanted);
        Instant since = resources.fromNow();
        Set<String> names = declared.keySet();
        rows.list("declared").stream().filter(it -> !names.contains(it.name)).forEach(this::forget);
        if (hasDefault(wanted)) {
            rows.list("isDefault").stream()
                    .filter(it -> !names.contains(it.name))
                    .forEach(this::makeOneOfMany);
        }
        List<DescribedApi> changed = wanted.stream().filter(it -> !isSo(it)).toList();
        changed.forEach(it -> letGo(it.api()));
        changed.forEach(it -> take(it, since));
    }

    private static boolean hasDefault(List<DescribedApi> wanted) {
        return wanted.stream().anyMatch(it -> it.api().isDefault());
    }

    /**
     * Its access tokens end with their lifetime, and grants yield its scopes no more, unless it
     * comes again in a while.
     */
    private void forget(OfferedResource resource) {
        resources.takeAway(resource);
        audit.tell(RESOURCE_NO_LONGER_DECLARED, RESOURCE.is(resource.name));
    }

    /** An administrator's API is the default no more when the settings say that another one is. */
    private void makeOneOfMany(OfferedResource resource) {
        resources.makeOneOfMany(resource);
        audit.tell(RESOURCE_CHANGED, RESOURCE.is(resource.name));
    }

    /**
     * All that will be on offer, checked as they are together, since one may have then what another
     * one has now.
     */
    private List<DescribedApi> checked(List<DescribedApi> wanted) {
        Set<String> names = wanted.stream().map(it -> it.api().name()).collect(Collectors.toSet());
        Stream<DescribedApi> others =
                resources.all().stream()
                        .filter(it -> !it.declared() && !names.contains(it.api().name()))
                        .map(it -> hasDefault(wanted) ? it.asOneOfMany() : it);
        List<DescribedApi> together = Stream.concat(others, wanted.stream()).toList();
        List<Api> apis = together.stream().map(DescribedApi::api).toList();
        wanted.forEach(it -> check(it.api(), apis));
        return together;
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

    private static Offer offer(List<DescribedApi> together) {
        return new Offer(
                catalogue(together.stream()),
                catalogue(together.stream().filter(it -> !it.reserved())));
    }

    private static ResourceCatalogue catalogue(Stream<DescribedApi> apis) {
        return new ResourceCatalogue(apis.map(it -> it.api().offered(Map.of())).toList());
    }

    private boolean isSo(DescribedApi wanted) {
        return resources
                .findDescribed(wanted.api().name())
                .filter(it -> it.api().equals(wanted.api()) && it.declared())
                .filter(it -> it.reserved() == wanted.reserved())
                .isPresent();
    }

    /** With another identifier it is another API: nobody granted anything of that. */
    private void letGo(Api wanted) {
        resources
                .findDescribed(wanted.name())
                .map(DescribedApi::api)
                .filter(before -> !before.identifier().equals(wanted.identifier()))
                .ifPresent(usage::endOfGrants);
        resources.letGo(wanted);
    }

    private void take(DescribedApi wanted, Instant since) {
        OfferedResource taken = resources.put(wanted.api(), since);
        taken.declared = true;
        taken.reserved = wanted.reserved();
        if (wanted.reserved()) {
            usage.endOfUndeclared(wanted.api());
        }
        audit.tell(RESOURCE_DECLARED, RESOURCE.is(wanted.api().name()));
    }

    /** By name; none has a version yet. */
    private static List<DescribedApi> wanted(Map<String, Declared> declared) {
        return new TreeMap<>(declared)
                .entrySet().stream()
                        .map(it ->
                                new DescribedApi(
                                        api(it.getKey(), it.getValue()),
                                        true,
                                        it.getValue().reserved(),
                                        0))
                        .toList();
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
