package guichet.bench.round;

/** What is in the database. */
public enum Phase {
    /** What the workloads put there. */
    EMPTY,
    /** Besides, the grants and clients of the plan. */
    GROWN
}
