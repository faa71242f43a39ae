package guichet.registry.registration;

import guichet.oauth.Reason;

/** What becomes of one of the values that a registration has for a member. */
sealed interface Reading<T> {
    /** It is registered. */
    record Taken<T>(T value) implements Reading<T> {}

    /** It is unknown here, or does not go with the rest: the client may do without it. */
    record LeftOut<T>(Reason reason, String why) implements Reading<T> {}
}
