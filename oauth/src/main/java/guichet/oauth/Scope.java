package guichet.oauth;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of scope tokens in the order in which they were asked for, RFC 6749 §3.3.
 *
 * @param tokens each of the characters %x21, %x23-5B, %x5D-7E; a repeated one counts once
 */
public record Scope(Set<String> tokens) {
    private static final Pattern SPACES = Pattern.compile(" +");

    /** The token that makes a request one of OpenID Connect, Core 1.0 §3.1.2.1. */
    public static final String OPENID = "openid";

    /** The token that lets a client go on without the person, OpenID Connect Core 1.0 §11. */
    public static final String OFFLINE_ACCESS = "offline_access";

    /** No scope at all. */
    public static final Scope NONE = new Scope(Set.of());

    public Scope {
        tokens = Collections.unmodifiableSet(new LinkedHashSet<>(tokens));
        for (String token : tokens) {
            if (token.isEmpty() || !token.chars().allMatch(Scope::isOfToken)) {
                throw Reason.SCOPE_MALFORMED.refuse(
                        "scope has a character RFC 6749 does not allow");
            }
        }
    }

    private static boolean isOfToken(int character) {
        return character > ' ' && character <= '~' && character != '"' && character != '\\';
    }

    /**
     * Reads the space-separated form.
     *
     * @throws OAuthException {@code invalid_scope} for a character outside the grammar
     */
    public static Scope parse(String text) {
        return new Scope(
                SPACES.splitAsStream(text.strip())
                        .filter(token -> !token.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public static Scope of(String... tokens) {
        return new Scope(new LinkedHashSet<>(List.of(tokens)));
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    public boolean contains(String token) {
        return tokens.contains(token);
    }

    public boolean containsAll(Scope other) {
        return tokens.containsAll(other.tokens);
    }

    /** What is asked for here and not in {@code other}. */
    public Scope without(Scope other) {
        return only(token -> !other.contains(token));
    }

    /** Both together, this one's tokens first. */
    public Scope and(Collection<String> more) {
        var union = new LinkedHashSet<>(tokens);
        union.addAll(more);
        return new Scope(union);
    }

    /** The tokens for which {@code wanted} holds. */
    public Scope only(Predicate<String> wanted) {
        return new Scope(
                tokens.stream()
                        .filter(wanted)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The space-separated form of RFC 6749 §3.3. */
    @Override
    public String toString() {
        return String.join(" ", tokens);
    }
}
