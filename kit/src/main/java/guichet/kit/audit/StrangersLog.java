package guichet.kit.audit;

/**
 * An ordinary log with a line for what somebody caused who has not proved anything yet. The bean of
 * a module that has one; {@link LogQuota} bounds it.
 *
 * @param name as the logger has it
 */
public record StrangersLog(String name) {
    /** The one that is named after the class that writes it. */
    public static StrangersLog of(Class<?> writer) {
        return new StrangersLog(writer.getName());
    }
}
