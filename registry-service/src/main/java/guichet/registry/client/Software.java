package guichet.registry.client;

import org.jspecify.annotations.Nullable;

/**
 * Which software a client is, RFC 7591 §2: the same for every copy of it.
 *
 * @param statement what its maker signed about it, §2.3, as it was sent
 */
public record Software(@Nullable String id, @Nullable String version, @Nullable String statement) {}
