package guichet.oauth.openid;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is to be shown whatever we know already, OpenID Connect Core §3.1.2.1. */
public enum Prompt {
    /** No page at all: either the answer can be given at once, or it is an error. */
    NONE,
    /** The sign-in page, also to somebody who is signed in. */
    LOGIN,
    /** The approval page, also for what was approved before. */
    CONSENT,
    /** A choice of account. */
    SELECT_ACCOUNT,
    /** The sign-up page, OpenID Connect Initiating User Registration 1.0 §3. */
    CREATE;

    /** The prompt written so on the wire; empty when we know none of that name. */
    public static Optional<Prompt> find(String value) {
        return Stream.of(values()).filter(prompt -> prompt.toString().equals(value)).findFirst();
    }

    /** The value on the wire, for example {@code select_account}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
