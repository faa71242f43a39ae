package guichet.registry.registration;

import guichet.kit.registry.ClientMetadata;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registry.change.Administrator;
import guichet.registry.change.Manner;
import guichet.registry.change.Precondition;
import guichet.registry.client.AdministeredClient;
import guichet.registry.client.AdministeredClients;
import guichet.registry.deletion.Deletions;
import guichet.registry.resource.OfferedResources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What administrators do with applications; the database has one of them go on at a time. */
@ApplicationScoped
class Applications {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final AdministeredClients clients;
    private final Deletions deletions;
    private final OfferedResources resources;
    private final Administrator administrator;
    private final Clock clock;

    Applications(
            AdministeredClients clients,
            Deletions deletions,
            OfferedResources resources,
            Administrator administrator,
            Clock clock) {
        this.clients = clients;
        this.deletions = deletions;
        this.resources = resources;
        this.administrator = administrator;
        this.clock = clock;
    }

    List<ApplicationAnswer> all() {
        return clients.all().stream().map(ApplicationAnswer::of).toList();
    }

    ApplicationAnswer find(String name) {
        return ApplicationAnswer.of(present(name));
    }

    private AdministeredClient present(String name) {
        return clients.find(name).orElseThrow(NotFoundException::new);
    }

    /**
     * Makes an application.
     *
     * @throws guichet.oauth.OAuthException naming the member that cannot be so
     */
    @Transactional
    ApplicationAnswer create(String name, ClientMetadata metadata, Manner manner) {
        if (!NAME.matcher(name).matches()) {
            throw Reason.METADATA_MALFORMED.refuse(
                    "name: must be lower-case letters, digits and dashes, 63 at most");
        }
        lock(metadata);
        if (clients.find(name).isPresent()) {
            throw Reason.APPLICATION_TAKEN.refuse("there is an application of the name %s", name);
        }
        if (manner.dryRun()) {
            return ApplicationAnswer.of(
                    new AdministeredClient(name, "", metadata, clock.instant(), 0));
        }
        return stored(name, clients.add(name, metadata));
    }

    /**
     * Changes an application; what is left out has its default.
     *
     * @throws guichet.oauth.OAuthException likewise, and when it was changed since it was seen
     */
    @Transactional
    ApplicationAnswer replace(
            String name, ClientMetadata metadata, Precondition seen, Manner manner) {
        lock(metadata);
        AdministeredClient present = present(name);
        seen.check(present.version());
        if (manner.dryRun() || present.metadata().equals(metadata)) {
            return ApplicationAnswer.of(
                    new AdministeredClient(
                            name,
                            present.clientId(),
                            metadata,
                            present.issuedAt(),
                            present.version()));
        }
        return stored(name, clients.replace(name, metadata));
    }

    private ApplicationAnswer stored(String name, Optional<OpaqueToken> secret) {
        return ApplicationAnswer.of(present(name), secret);
    }

    /** Together with the APIs, of which one may have gone since its scopes were read. */
    private void lock(ClientMetadata metadata) {
        clients.lock();
        resources.lock();
        Scope gone = metadata.scope().without(resources.registrable().scope());
        if (!gone.isEmpty()) {
            throw Reason.SCOPE_NOT_ON_OFFER.refuse("scope: %s is on offer no more", gone);
        }
    }

    /** Deletes an application: what was issued for it ends within seconds. */
    @Transactional
    void delete(String name, Precondition seen, Manner manner) {
        clients.lock();
        AdministeredClient present = present(name);
        seen.check(present.version());
        if (!manner.dryRun()) {
            deletions.delete(present.clientId(), "by an administrator", administrator.by());
        }
    }
}
