package guichet.lint;

/**
 * What is wrong with a registration.
 *
 * @param rule the rule's identifier, which never changes its meaning, for example {@code G001}
 * @param source the section that says so, for example {@code RFC 9700 §2.4}
 * @param fault what is so, in one sentence
 * @param fix what to change
 */
public record Finding(String rule, Severity severity, String source, String fault, String fix) {}
