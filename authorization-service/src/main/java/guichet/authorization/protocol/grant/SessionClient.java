package guichet.authorization.protocol.grant;

import java.util.UUID;

/**
 * A client that a session signed in to.
 *
 * @param subject as that client knows the person
 */
public record SessionClient(String clientId, String subject, UUID sid) {}
