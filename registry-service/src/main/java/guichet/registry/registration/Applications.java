package guichet.registry.registration;

import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registry.change.Administrator;
import guichet.registry.change.ChangeOptions;
import guichet.registry.change.GivenName;
import guichet.registry.change.Precondition;
import guichet.registry.client.AdministeredClient;
import guichet.registry.client.AdministeredClients;
import guichet.registry.client.Clients;
import guichet.registry.deletion.Deletions;
import guichet.registryclient.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What administrators do with applications; the database has one of them go on at a time. */
@ApplicationScoped
class Applications {
    private final AdministeredClients clients;
    private final Deletions deletions;
    private final OfferCheck offerCheck;
    private final Administrator administrator;
    private final Clock clock;

    Applications(
            AdministeredClients clients,
            Deletions deletions,
            OfferCheck offerCheck,
            Administrator administrator,
            Clock clock) {
        this.clients = clients;
        this.deletions = deletions;
        this.offerCheck = offerCheck;
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
    ApplicationAnswer create(String name, ClientMetadata metadata, ChangeOptions options) {
        if (!GivenName.isGood(name)) {
            throw Reason.METADATA_MALFORMED.refuse("name: %s", GivenName.RULE);
        }
        clients.lock();
        offerCheck.require(metadata);
        if (clients.find(name).isPresent()) {
            throw Reason.APPLICATION_TAKEN.refuse("there is an application of the name %s", name);
        }
        if (options.dryRun()) {
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
            String name, ClientMetadata metadata, Precondition seen, ChangeOptions options) {
        clients.lock();
        offerCheck.require(metadata);
        AdministeredClient present = present(name);
        seen.check(present.version());
        if (options.dryRun() || present.metadata().equals(metadata)) {
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

    /**
     * Makes another secret of an application.
     *
     * @param atOnce whether its others are good no more; otherwise the last one is for a day
     * @throws guichet.oauth.OAuthException when it has none
     */
    @Transactional
    ApplicationAnswer replaceSecret(String name, boolean atOnce, ChangeOptions options) {
        clients.lock();
        AdministeredClient present = present(name);
        Clients.requireSecret(present.metadata());
        return options.dryRun()
                ? ApplicationAnswer.of(present)
                : stored(name, Optional.of(clients.replaceSecret(name, atOnce)));
    }

    /** Deletes an application: what was issued for it ends within seconds. */
    @Transactional
    void delete(String name, Precondition seen, ChangeOptions options) {
        clients.lock();
        AdministeredClient present = present(name);
        seen.check(present.version());
        if (!options.dryRun()) {
            deletions.delete(present.clientId(), "by an administrator", administrator.by());
        }
    }
}
