package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_ADDED;
import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DELETED;
import static guichet.kit.audit.AuditField.RESOURCE;

import guichet.kit.audit.AuditEvent;
import guichet.oauth.Reason;
import guichet.registry.change.Administrator;
import guichet.registry.change.ChangeOptions;
import guichet.registry.change.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What administrators do with APIs; the database has one of them go on at a time. */
@ApplicationScoped
class ResourceControl {
    private final ResourceRows rows;
    private final OfferedResources resources;
    private final Neighbours neighbours;
    private final Usage usage;
    private final Administrator administrator;

    ResourceControl(
            ResourceRows rows,
            OfferedResources resources,
            Neighbours neighbours,
            Usage usage,
            Administrator administrator) {
        this.rows = rows;
        this.resources = resources;
        this.neighbours = neighbours;
        this.usage = usage;
        this.administrator = administrator;
    }

    List<DescribedApi> all() {
        return resources.all();
    }

    DescribedApi find(String name) {
        return resources.findDescribed(name).orElseThrow(NotFoundException::new);
    }

    /**
     * Offers another API.
     *
     * @throws guichet.oauth.OAuthException saying what of it cannot be, or is another's
     */
    @Transactional
    DescribedApi create(Api api, ChangeOptions options) {
        ApiRules.check(api);
        resources.lock();
        if (resources.findDescribed(api.name()).isPresent()) {
            throw Reason.RESOURCE_TAKEN.refuse("there is an API of the name %s", api.name());
        }
        neighbours.check(api);
        return options.dryRun() ? new DescribedApi(api, false, false, 0) : put(api, RESOURCE_ADDED);
    }

    /**
     * Changes an API.
     *
     * @throws guichet.oauth.OAuthException likewise; and when it was changed since it was seen, is
     *     declared by the settings, or loses a scope that somebody uses
     */
    @Transactional
    DescribedApi replace(Api api, Precondition seen, ChangeOptions options) {
        ApiRules.check(api);
        DescribedApi present = changeable(api.name(), seen);
        if (!present.api().identifier().equals(api.identifier())) {
            throw Reason.RESOURCE_MALFORMED.refuse(
                    "identifier: tokens name it, so it is never changed; delete the API and create"
                            + " it anew");
        }
        neighbours.check(api);
        usage.end(api, without(present.api().scopeNames(), api.scopeNames()), options);
        if (options.dryRun()) {
            return new DescribedApi(api, false, present.reserved(), present.version());
        }
        return present.api().equals(api) ? present : put(api, RESOURCE_CHANGED);
    }

    /** Takes an API off the offer; likewise. */
    @Transactional
    void delete(String name, Precondition seen, ChangeOptions options) {
        DescribedApi present = changeable(name, seen);
        usage.end(present.api(), options);
        if (!options.dryRun()) {
            rows.deleteById(name);
            administrator.tell(RESOURCE_DELETED, RESOURCE.is(name));
        }
    }

    private DescribedApi changeable(String name, Precondition seen) {
        resources.lock();
        DescribedApi present = find(name);
        if (present.declared()) {
            throw Reason.RESOURCE_OF_THE_SETTINGS.refuse(
                    "the settings declare %s: change guichet.resources.%s there", name, name);
        }
        seen.check(present.version());
        return present;
    }

    private DescribedApi put(Api api, AuditEvent event) {
        resources.put(api, resources.fromNow());
        administrator.tell(event, RESOURCE.is(api.name()));
        return find(api.name());
    }

    private static Set<String> without(Set<String> before, Set<String> now) {
        var gone = new LinkedHashSet<>(before);
        gone.removeAll(now);
        return gone;
    }
}
