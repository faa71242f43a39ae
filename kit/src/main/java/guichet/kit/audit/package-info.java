/**
 * What happened, for those who have to know later: one event for each deed and each refusal that
 * matters for security, described in {@code docs/audit.md}.
 *
 * <p>Services tell {@link guichet.kit.audit.Audit}; {@link guichet.kit.audit.AuditEvent} lists what
 * there is to tell. A deed is written when its transaction has been committed, and never if it has
 * not. Where it is written to is one class, {@code AuditLog}: a line of JSON each. Events hold
 * identifiers, never a secret, a code, a token, a password or what somebody typed.
 */
@NullMarked
package guichet.kit.audit;

import org.jspecify.annotations.NullMarked;
