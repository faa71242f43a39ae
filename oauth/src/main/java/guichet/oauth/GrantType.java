package guichet.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The grant types a client may be registered for, RFC 6749 §4 and §6, RFC 7591 §2. */
public enum GrantType {
    /** A person approves on the authorization service's own pages, RFC 6749 §4.1. */
    AUTHORIZATION_CODE,
    /**
     * The same, but the tokens come from there, OpenID Connect Core §3.2; the token endpoint does
     * not know it.
     */
    IMPLICIT,
    /** The application passes the person's password on, RFC 6749 §4.3. */
    PASSWORD,
    /** The application acts as itself, RFC 6749 §4.4. */
    CLIENT_CREDENTIALS,
    /** A refresh token yields the next access token, RFC 6749 §6. */
    REFRESH_TOKEN;

    /** The value on the wire, for example {@code authorization_code}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
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
