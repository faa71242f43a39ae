package guichet.guard.setting;

import static java.util.Objects.requireNonNullElse;

import guichet.oauth.setting.VariableName;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The names that settings have where they are written, and to which others they refer. */
record Names(SmallRyeConfig config) {
    private static final Pattern OURS = Pattern.compile("GUICHET_[A-Z0-9_]+");

    /** To another one; behind a colon stands what is taken where that is not there. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(guichet\\.[a-z0-9.-]+)(:?)");

    Stream<String> all() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false);
    }

    /** The variables of the environment that begin as ours do. */
    Stream<String> variables() {
        return all().filter(OURS.asMatchPredicate());
    }

    /** The properties of ours that files have. */
    Stream<String> written() {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(name -> name.startsWith("guichet."));
    }

    /** What must be there for this property to have its value. */
    Stream<String> referredTo(String property) {
        return references(property)
                .filter(found -> found.group(2).isEmpty())
                .map(found -> found.group(1));
    }

    /** The same, and what need not be there. */
    Stream<String> mentionedBy(String property) {
        return references(property).map(found -> found.group(1));
    }

    private Stream<MatchResult> references(String property) {
        return REFERENCE.matcher(raw(property)).results();
    }

    /** Where the value of a property is written: there, or at the first one that it names. */
    String source(String property) {
        return referredTo(property).findFirst().orElse(property);
    }

    boolean isMissing(String property) {
        return raw(property).isBlank();
    }

    private String raw(String property) {
        return requireNonNullElse(config.getConfigValue(property).getRawValue(), "");
    }

    /**
     * The names of a member of a mapping: where it has a star, one for each name that somebody
     * chose, as in {@code guichet.people.*.password}.
     *
     * @param siblings of which one is enough to choose a name
     */
    Stream<String> of(String member, Collection<String> siblings) {
        int star = member.indexOf('*');
        if (star < 0) {
            return Stream.of(member);
        }
        String begin = member.substring(0, star);
        var chosen = new LinkedHashMap<String, String>();
        siblings.stream()
                .filter(sibling -> sibling.startsWith(begin + "*"))
                .map(sibling -> sibling.substring(star + 1))
                .flatMap(end -> chosen(begin, end))
                .forEach(name -> chosen.putIfAbsent(VariableName.of(name), name));
        return chosen.values().stream()
                .flatMap(name -> of(begin + name + member.substring(star + 1), siblings));
    }

    /** Properties before variables, in which a dash cannot be told from a dot. */
    private Stream<String> chosen(String begin, String end) {
        String anything = "(\"[^\"]+\"|[^.]+)";
        Pattern property =
                Pattern.compile(
                        Pattern.quote(begin)
                                + anything
                                + Pattern.quote(end).replace("*", "\\E.+\\Q"));
        Pattern variable =
                Pattern.compile(
                        VariableName.of(begin) + "(.+)" + VariableName.of(end.replace("*", "")));
        return Stream.concat(
                matches(all(), property),
                matches(variables(), variable).map(name -> name.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> matches(Stream<String> names, Pattern pattern) {
        return names.map(pattern::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }
}
