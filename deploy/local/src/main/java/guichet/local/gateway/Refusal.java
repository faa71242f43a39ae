package guichet.local.gateway;

/** What the gateway itself answers, in the shape of RFC 6749 §5.2. */
final class Refusal {
    static final String NOTHING_HERE =
            "{\"error\":\"invalid_request\","
                    + "\"error_description\":\"there is nothing at this address\"}";
    static final String AWAY =
            "{\"error\":\"temporarily_unavailable\","
                    + "\"error_description\":\"the service does not answer: try again later\"}";

    private Refusal() {}
}
