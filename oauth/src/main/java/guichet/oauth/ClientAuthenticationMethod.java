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
    /** A JWT signed with a key whose public half the client registered, RFC 7523 §2.2. */
    PRIVATE_KEY_JWT,
    /** A JWT authenticated with the client's secret as HMAC key, RFC 7523 §2.2. */
    CLIENT_SECRET_JWT,
    /** A public client, which has no secret and proves itself with PKCE, RFC 6749 §2.1. */
    NONE;

    /** Whether the server gives the client a secret for it. */
    public boolean usesSecret() {
        return switch (this) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, CLIENT_SECRET_JWT -> true;
            case PRIVATE_KEY_JWT, NONE -> false;
        };
    }

    /** Whether the secret itself is sent, in one of two places that prove the same. */
    public boolean sendsSecret() {
        return switch (this) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> true;
            case CLIENT_SECRET_JWT, PRIVATE_KEY_JWT, NONE -> false;
        };
    }

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
