package guichet.registry.registration;

import guichet.registry.client.DeclaredClient;
import guichet.registry.client.DeclaredClients;
import guichet.registry.resource.DeclaredResources;
import guichet.registry.signing.SigningAlgorithms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Makes the APIs and the clients those that the settings declare, at each start. All are read and
 * checked before the first is written, and all are written together: a start that is refused leaves
 * to the replicas that go on what they had.
 */
@ApplicationScoped
class Declarations {
    private final DeclaredResources resources;
    private final ClientSettings settings;
    private final DeclaredClients clients;
    private final SigningAlgorithms algorithms;

    Declarations(
            DeclaredResources resources,
            ClientSettings settings,
            DeclaredClients clients,
            SigningAlgorithms algorithms) {
        this.resources = resources;
        this.settings = settings;
        this.clients = clients;
        this.algorithms = algorithms;
    }

    /**
     * Does it.
     *
     * @throws IllegalStateException naming the setting that cannot be so
     */
    void declare(@Observes StartupEvent event) {
        List<DeclaredClient> declared = settings.read(resources.toCome());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    resources.declare();
                    clients.replace(declared);
                });
        declared.stream().map(DeclaredClient::metadata).forEach(algorithms::announce);
    }
}
