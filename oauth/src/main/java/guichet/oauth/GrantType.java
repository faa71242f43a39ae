package guichet.oauth;

import java.util.Optional;
import java.util.stream.Stream;

/** The grant types a client may be registered for, RFC 6749 §4 and §6, RFC 7591 §2. */
public enum GrantType {
    /** A person approves on the authorization service's own pages, RFC 6749 §4.1. */
    AUTHORIZATION_CODE("authorization_code"),
    /**
     * The same, but the tokens come from there, OpenID Connect Core §3.2; the token endpoint does
     * not know it.
     */
    IMPLICIT("implicit"),
    /** The application passes the person's password on, RFC 6749 §4.3. */
    PASSWORD("password"),
    /** The application acts as itself, RFC 6749 §4.4. */
    CLIENT_CREDENTIALS("client_credentials"),
    /** A refresh token yields the next access token, RFC 6749 §6. */
    REFRESH_TOKEN("refresh_token");

    private final String value;

    GrantType(String value) {
        this.value = value;
    }

    /**
     * The value on the wire: a word such as {@code authorization_code}, or a URN, RFC 6749 §4.5.
     */
    public String value() {
        return value;
    }

    /** The grant type written so on the wire; empty when we know none of that name. */
    public static Optional<GrantType> find(String value) {
        return Stream.of(values()).filter(type -> type.value().equals(value)).findFirst();
    }

    @Override
    public String toString() {
        return value();
    }
}
