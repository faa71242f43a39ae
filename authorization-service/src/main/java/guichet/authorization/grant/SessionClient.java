package guichet.authorization.grant;

/**
 * A client that a session signed in to.
 *
 * @param subject as that client knows the person
 */
public record SessionClient(String clientId, String subject) {}
