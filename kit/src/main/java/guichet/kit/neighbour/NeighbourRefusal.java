package guichet.kit.neighbour;

/**
 * A neighbour is there and does not do what it was asked, so that asking again changes nothing, and
 * no outage: circuit breakers do not count it, since else whoever finds a question that is refused
 * would keep the neighbour's answers from everybody.
 */
public class NeighbourRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeighbourRefusal(int status) {
        super("a neighbour answers %d".formatted(status));
    }

    /** It has not got what it was asked for, which is an answer wherever that may be. */
    public static final class Unknown extends NeighbourRefusal {
        private static final long serialVersionUID = 1L;

        public Unknown() {
            super(404);
        }
    }
}
