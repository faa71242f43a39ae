package guichet.kit.outbox;

/** Why something was not delivered, in words of ours that tell nothing of what, and to whom. */
public interface ExplainedFailure {
    String words();
}
