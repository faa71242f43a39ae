package guichet.token.request;

/**
 * Whether parameters of the token request may stand in the address, as teaching slides write them:
 * the setting {@code guichet.token.query-parameters}.
 */
enum QueryParameters {
    /** They may not: addresses, and the credentials in them, end up in logs. */
    REFUSE,
    /** They may, for teaching only. */
    ACCEPT
}
