package guichet.local.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of properties in a service, as far as it says what can be set. */
record ServiceProperties(String text) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(guichet\\.[a-z0-9.-]+)");
    private static final Pattern PROFILE = Pattern.compile("%[a-z,]+\\.");

    /** The properties to which values refer. */
    Set<String> referredTo() {
        return REFERENCE
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The properties that follow from others here: not for anybody else to set. */
    Stream<String> derived() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames().stream()
                .filter(name -> properties.getProperty(name).contains("${"))
                .map(name -> PROFILE.matcher(name).replaceFirst(""))
                .filter(name -> !referredTo().contains(name));
    }
}
