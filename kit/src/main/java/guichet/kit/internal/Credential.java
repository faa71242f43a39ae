package guichet.kit.internal;

import org.jspecify.annotations.Nullable;

/** What a credential between services must be, whoever presents it and whoever checks it. */
final class Credential {
    private static final int SHORTEST = 32;

    private Credential() {}

    /** Ends the start, naming the setting, when the credential is empty or could be guessed. */
    static void require(String setting, @Nullable String credential) {
        if (credential == null || credential.isBlank()) { // an empty variable makes it null
            throw new IllegalStateException("%s: is empty".formatted(setting));
        }
        if (credential.length() < SHORTEST) {
            throw new IllegalStateException(
                    "%s: needs %d characters or more".formatted(setting, SHORTEST));
        }
    }
}
