package guichet.registry.client;

/** By what somebody who is trusted here answers for a client that nobody declared. */
public enum Voucher {
    /** It was registered with one, RFC 7591 §3. */
    INITIAL_ACCESS_TOKEN,
    /** It has one that names the addresses to which it leads people, RFC 7591 §2.3. */
    SOFTWARE_STATEMENT
}
