package guichet.registry.client;

import org.jspecify.annotations.Nullable;

/**
 * With which keys a client signs, RFC 7591 §2: its JWK Set or where it publishes one, never both.
 *
 * @param signingAlgorithm the one algorithm of its assertions; null for any
 */
public record ClientKeys(
        @Nullable String signingAlgorithm, @Nullable String jwks, @Nullable String jwksUri) {}
