package guichet.token.grant;

/** Tells this replica that one or more grants have ended. */
public record GrantRevoked() {}
