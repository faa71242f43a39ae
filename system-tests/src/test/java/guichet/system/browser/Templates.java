package guichet.system.browser;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates of pages of one module, and which includes which. */
record Templates(Map<String, Set<String>> included) {
    private static final Pattern INCLUDE = Pattern.compile("\\{#include ([\\w/-]+)");
    private static final String SUFFIX = ".html";

    static Templates in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Templates(
                    files.filter(file -> file.toString().endsWith(SUFFIX))
                            .collect(toMap(it -> name(folder, it), Templates::included)));
        }
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString();
        return path.substring(0, path.length() - SUFFIX.length()).replace('/', '-');
    }

    private static Set<String> included(Path file) {
        try {
            return INCLUDE.matcher(Files.readString(file))
                    .results()
                    .map(it -> it.group(1).replace('/', '-'))
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return included.keySet();
    }

    /** Those of these pages, with all that they include. */
    Set<String> shownBy(Set<String> pages) {
        var shown = new TreeSet<String>();
        pages.forEach(page -> show(page, shown));
        return shown;
    }

    private void show(String template, Set<String> shown) {
        if (shown.add(template)) {
            included.getOrDefault(template, Set.of()).forEach(it -> show(it, shown));
        }
    }
}
