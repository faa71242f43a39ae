package guichet.kit.outbox;

/** Delivers messages of one kind. */
public interface OutboxHandler<P> {
    /** Which ones these are. */
    Kind<P> kind();

    /**
     * Hands a message over, within {@link Outbox#LEASE} and in no transaction.
     *
     * @throws Exception if it has to be tried again
     */
    void deliver(P payload) throws Exception;
}
