package guichet.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a client proves who it is at the token endpoint, RFC 7591 §2. */
public enum ClientAuthenticationMethod {
    /** HTTP Basic with the form-encoded pair, RFC 6749 §2.3.1. */
    CLIENT_SECRET_BASIC,
    /** {@code client_id} and {@code client_secret} in the body, RFC 6749 §2.3.1. */
    CLIENT_SECRET_POST,
    /** A public client, which has no secret and proves itself with PKCE, RFC 6749 §2.1. */
    NONE;

    /** The value on the wire, for example {@code client_secret_basic}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method written so on the wire; empty when we know none of that name. */
    public static Optional<ClientAuthenticationMethod> find(String value) {
        return Stream.of(values()).filter(method -> method.value().equals(value)).findFirst();
    }

    @Override
    public String toString() {
        return value();
    }
}
