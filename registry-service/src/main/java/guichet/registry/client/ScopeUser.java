package guichet.registry.client;

/**
 * An application that is registered for a scope.
 *
 * @param clientName empty when it has none
 * @param declared whether the settings declare it
 */
public record ScopeUser(String clientId, String clientName, boolean declared) {
    /** As people tell it from others. */
    @Override
    public String toString() {
        return clientName.isEmpty() ? clientId : "%s (%s)".formatted(clientName, clientId);
    }
}
