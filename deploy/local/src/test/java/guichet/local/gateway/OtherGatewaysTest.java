package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gateways of compose and Kubernetes, and the documentation, have the table of {@link Route}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherGatewaysTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern LOCATION =
            Pattern.compile(
                    "location ~ \\^/\\((\\S+?)\\)\\(/\\|\\$\\) \\{ proxy_pass http://(\\w+);");
    private static final Pattern RULE =
            Pattern.compile(
                    "- matches:\\n(.*?)backendRefs:\\n\\s+- \\{name: ([a-z]+)-", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("type: PathPrefix, value: ([^}\\s]+)}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`/.*`) \\| (\\w+)-service \\|$");
    private static final Pattern QUOTED = Pattern.compile("`(/[^`]+)`");

    @Test
    void nginx_has_the_same_table() throws IOException {
        String configuration = read("deploy/compose/nginx.conf");

        var table =
                table(
                        LOCATION.matcher(configuration).results(),
                        paths ->
                                Stream.of(paths.split("\\|"))
                                        .map(path -> "/" + path.replace("\\.", ".")));

        assertThat(table).isEqualTo(ours());
    }

    @Test
    void nginx_leads_what_is_nobodys_to_the_pages_and_nothing_inside() throws IOException {
        String configuration = read("deploy/compose/nginx.conf");

        long passed = Pattern.compile("proxy_pass ").matcher(configuration).results().count();

        assertThat(passed).isEqualTo(Route.values().length + 1);
        assertThat(configuration)
                .contains("location / { proxy_pass http://authorization; }")
                .containsSubsequence("location ~* ^/internal(/|$) {", "return 404", "proxy_pass");
    }

    @Test
    @Tag("RFC9110-4.1")
    void nginx_takes_what_the_services_take() throws IOException {
        String configuration = read("deploy/compose/nginx.conf");
        String services = read("kit/src/main/resources/META-INF/microprofile-config.properties");

        assertThat(services)
                .contains(
                        "max-initial-line-length=16384",
                        "max-header-size=32K",
                        "max-body-size=256K");
        assertThat(configuration)
                .contains("large_client_header_buffers 4 32k;", "client_max_body_size 256k;");
    }

    @Test
    void nginx_waits_for_nobody_who_says_little() throws IOException {
        assertThat(read("deploy/compose/nginx.conf"))
                .contains(
                        "client_header_timeout 20s;",
                        "client_body_timeout 20s;",
                        "keepalive_timeout 50s;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose/nginx.conf", "deploy/kubernetes/routes.yaml"})
    void no_gateway_leads_to_what_is_for_neighbours(String file) throws IOException {
        assertThat(read(file)).contains("8181", "8182", "8183").doesNotContain("828");
    }

    @Test
    void kubernetes_has_the_same_table() throws IOException {
        String issuer = read("deploy/kubernetes/routes.yaml").split("\n---\n")[0];

        var table =
                table(
                        RULE.matcher(issuer).results(),
                        rules -> PREFIX.matcher(rules).results().map(each -> each.group(1)));

        assertThat(table).isEqualTo(ours());
    }

    @Test
    void kubernetes_leads_nowhere_else_but_to_the_movies() throws IOException {
        String movies = read("deploy/kubernetes/routes.yaml").split("\n---\n")[1];

        var prefixes = PREFIX.matcher(movies).results().map(each -> each.group(1));

        assertThat(prefixes)
                .containsExactlyInAnyOrder(
                        "/my-movies",
                        "/stats_movies",
                        "/movies",
                        "/.well-known/oauth-protected-resource");
    }

    @Test
    void the_documentation_has_the_same_table() throws IOException {
        String text = read("docs/running.md");

        var table =
                table(
                        ROW.matcher(text).results(),
                        paths -> QUOTED.matcher(paths).results().map(each -> each.group(1)));

        assertThat(table).isEqualTo(ours());
    }

    private interface Paths {
        Stream<String> of(String text);
    }

    private static Map<Route, Set<String>> table(Stream<MatchResult> rows, Paths paths) {
        return rows.collect(
                Collectors.toMap(
                        row -> Route.valueOf(row.group(2).toUpperCase(Locale.ROOT)),
                        row -> paths.of(row.group(1)).collect(Collectors.toSet()),
                        OtherGatewaysTest::both,
                        () -> new EnumMap<>(Route.class)));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<Route, Set<String>> ours() {
        return Stream.of(Route.values())
                .collect(Collectors.toMap(route -> route, route -> Set.copyOf(route.prefixes())));
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
