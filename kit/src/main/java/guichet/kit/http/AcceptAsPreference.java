package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.ACCEPT;

import guichet.oauth.http.MediaTypeSyntax;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes {@code Accept} for a preference, as RFC 9110 §12.5.1 allows: whoever accepts nothing that
 * there is gets what there is. Where a standard says what the answer is, a 406 helps nobody, and a
 * browser without the right header is to see a page all the same.
 */
@Singleton
class AcceptAsPreference {
    private static final int PRIORITY = 90;

    /** Everything else, after whatever was asked for. */
    private static final String WHATEVER_THERE_IS = "*/*;q=0.001";

    /** RFC 9110 §12.4.2; the framework fails on any other. */
    private static final String WEIGHT =
            "[qQ]=(?:0?\\.\\d{1,3}+|0\\.?+|1(?:\\.0{0,3}+)?+)(?=[ \t]*+(?:;|$))";

    private static final String PARAMETER = "(?![qQ]=)" + MediaTypeSyntax.PARAMETER;

    /**
     * A media range that names a type. Of others nothing is lost: {@code application/*} makes the
     * framework answer with {@code application/octet-stream}, and what is none makes it refuse.
     */
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?!\\*/)%1$s/(?!\\*)%1$s(?:[ \t]*+;[ \t]*+(?:%2$s|%3$s))*+"
                            .formatted(MediaTypeSyntax.TOKEN, WEIGHT, PARAMETER));

    /** Everything, with the weight that it was given, RFC 9110 §12.4.2, unless that is none. */
    private static final Pattern EVERYTHING =
            Pattern.compile(
                    "\\*/\\*(?:[ \t]*+;[ \t]*+q=(?:0\\.(?!0*+$)\\d{1,3}|1(?:\\.0{0,3})?))?");

    void register(@Observes Filters filters) {
        filters.register(AcceptAsPreference::relax, PRIORITY);
    }

    private static void relax(RoutingContext request) {
        MultiMap headers = request.request().headers();
        if (headers.contains(ACCEPT)) {
            headers.set(ACCEPT, relaxed(headers.getAll(ACCEPT)));
        }
        request.next();
    }

    /** What all these headers name, and everything else: where they put it, or after that. */
    static String relaxed(Collection<String> accepted) {
        List<String> ranges =
                accepted.stream()
                        .flatMap(each -> Stream.of(each.split(",", -1)))
                        .map(String::strip)
                        .filter(each -> isType(each) || isEverything(each))
                        .toList();
        Stream<String> rest =
                ranges.stream().anyMatch(AcceptAsPreference::isEverything)
                        ? Stream.empty()
                        : Stream.of(WHATEVER_THERE_IS);
        return Stream.concat(ranges.stream(), rest).collect(Collectors.joining(", "));
    }

    private static boolean isType(String text) {
        return text.length() <= MediaTypeSyntax.LONGEST && TYPE.matcher(text).matches();
    }

    private static boolean isEverything(String text) {
        return EVERYTHING.matcher(text).matches();
    }
}
