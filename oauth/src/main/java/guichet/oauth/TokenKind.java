package guichet.oauth;

/** What an {@link OpaqueToken} of ours is for, which its beginning tells whoever finds one. */
public enum TokenKind {
    /** RFC 6749 §1.3.1. */
    AUTHORIZATION_CODE("gac"),
    /** That a browser is the same as before, whoever is signed in. */
    BROWSER("gbr"),
    /** RFC 6749 §2.3.1. */
    CLIENT_SECRET("gcs"),
    /** Names a browser in which somebody signed in before. */
    DEVICE("gdn"),
    /** Proves that they did. */
    DEVICE_PROOF("gdv"),
    /** RFC 7591 §1.2. */
    INITIAL_ACCESS_TOKEN("gia"),
    /** In an address that was mailed. */
    MAILED_LINK("gml"),
    /** The password of somebody who has none. */
    PASSWORD_OF_NOBODY("gpn"),
    /** A request to sign out that waits for a person. */
    PENDING_LOGOUT("gpl"),
    /** A request for authorization that waits for a person. */
    PENDING_REQUEST("gpr"),
    /** How one client knows a person, OpenID Connect Core §8.1; no secret. */
    PAIRWISE_SUBJECT("gps"),
    /** RFC 7591 §1.2. */
    REGISTRATION_ACCESS_TOKEN("grg"),
    /** RFC 6749 §1.5. */
    REFRESH_TOKEN("grt"),
    /** That somebody is signed in at a browser. */
    SESSION("gse");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    /** With what it begins, before {@code _}. */
    public String prefix() {
        return prefix;
    }
}
