package guichet.registry.registration;

/**
 * Something that a client asked for and that was not registered so, RFC 7591 §3.2.1; what was
 * registered instead, the answer says itself.
 *
 * @param member of the metadata
 * @param sent what was left out, or replaced; the first characters of something long
 */
record Replacement(String member, String sent, String why) {
    private static final int LONGEST = 100;

    Replacement {
        sent =
                sent.codePointCount(0, sent.length()) > LONGEST
                        ? sent.substring(0, sent.offsetByCodePoints(0, LONGEST))
                        : sent;
    }
}
