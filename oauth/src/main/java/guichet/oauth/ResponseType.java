package guichet.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the authorization endpoint answers with, RFC 6749 §3.1.1, OAuth 2.0 Multiple Response Type
 * Encoding Practices §3 and §5. There is no {@code token} alone: nothing would tie it to a sign-in.
 */
public enum ResponseType {
    /** A code, which the token endpoint takes. */
    CODE("code", GrantType.AUTHORIZATION_CODE),
    /** An ID token and nothing else, OpenID Connect Core §3.2. */
    ID_TOKEN("id_token", GrantType.IMPLICIT),
    /** An access token too, which the ID token names by its hash. */
    ID_TOKEN_TOKEN("id_token token", GrantType.IMPLICIT);

    private final String value;
    private final GrantType grantType;

    ResponseType(String value, GrantType grantType) {
        this.value = value;
        this.grantType = grantType;
    }

    /** The grant type that a client has to register with it, RFC 7591 §2.1. */
    public GrantType grantType() {
        return grantType;
    }

    /** Whether the tokens themselves pass through the browser. */
    public boolean isImplicit() {
        return grantType == GrantType.IMPLICIT;
    }

    /**
     * The response type of these words, whose order does not matter; empty when we know none of
     * that name.
     */
    public static Optional<ResponseType> find(String value) {
        Set<String> words = words(value);
        return Stream.of(values()).filter(type -> words(type.value).equals(words)).findFirst();
    }

    private static Set<String> words(String value) {
        return Set.copyOf(List.of(value.split(" ", -1)));
    }

    /** The value on the wire, for example {@code id_token token}. */
    @Override
    public String toString() {
        return value;
    }
}
