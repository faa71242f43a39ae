package guichet.registry.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registry.change.Manner;
import guichet.registry.change.Precondition;
import guichet.registry.client.AdministeredClient;
import guichet.registry.client.AdministeredClients;
import guichet.registry.client.ClientMetadata;
import guichet.registry.deletion.Deletions;
import guichet.registry.signing.SigningAlgorithms;
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

    private final MetadataReader reader;
    private final AdministeredClients clients;
    private final Deletions deletions;
    private final SigningAlgorithms algorithms;
    private final Clock clock;

    Applications(
            MetadataReader reader,
            AdministeredClients clients,
            Deletions deletions,
            SigningAlgorithms algorithms,
            Clock clock) {
        this.reader = reader;
        this.clients = clients;
        this.deletions = deletions;
        this.algorithms = algorithms;
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
    ApplicationAnswer create(String name, ObjectNode members, Manner manner) {
        if (!NAME.matcher(name).matches()) {
            throw Reason.METADATA_MALFORMED.refuse(
                    "name: must be lower-case letters, digits and dashes, 63 at most");
        }
        ClientMetadata metadata = reader.readAdministered(members);
        clients.lock();
        if (clients.find(name).isPresent()) {
            throw Reason.RESOURCE_TAKEN.refuse("there is an application of the name %s", name);
        }
        if (manner.dryRun()) {
            return ApplicationAnswer.of(
                    new AdministeredClient(name, "", metadata, clock.instant(), 0));
        }
        return stored(name, metadata, clients.add(name, metadata));
    }

    /**
     * Changes an application; what is left out has its default.
     *
     * @throws guichet.oauth.OAuthException likewise, and when it was changed since it was seen
     */
    @Transactional
    ApplicationAnswer replace(String name, ObjectNode members, Precondition seen, Manner manner) {
        ClientMetadata metadata = reader.readAdministered(members);
        clients.lock();
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
        return stored(name, metadata, clients.replace(name, metadata));
    }

    private ApplicationAnswer stored(
            String name, ClientMetadata metadata, Optional<OpaqueToken> secret) {
        algorithms.announce(metadata);
        return ApplicationAnswer.of(present(name), secret);
    }

    /** Deletes an application: what was issued for it ends within seconds. */
    @Transactional
    void delete(String name, Precondition seen, Manner manner) {
        clients.lock();
        AdministeredClient present = present(name);
        seen.check(present.version());
        if (!manner.dryRun()) {
            deletions.delete(present.clientId(), "by an administrator");
        }
    }
}
