package guichet.oauth.openid;

/** How well a person proved who they are: the values of {@code acr}, OpenID Connect Core §2. */
public enum AuthenticationContext {
    /** By name and password. */
    PASSWORD("urn:guichet:acr:password");

    private final String value;

    AuthenticationContext(String value) {
        this.value = value;
    }

    /** The value on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
