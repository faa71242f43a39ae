package guichet.kit.audit;

/** Takes note of what happened, in order that it can be told later. */
@FunctionalInterface
public interface Audit {
    /**
     * Something happened. A success is written when the transaction in which it is told has been
     * committed, and is forgotten if that fails; without one it is written at once. A failure has
     * happened whatever becomes of the transaction, and is written at once.
     *
     * @param facts about it, as the event lists them; those that are empty are left out
     */
    void tell(AuditEvent event, Fact... facts);
}
