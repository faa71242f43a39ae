package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.stack.Service;
import guichet.system.actor.Application;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/monitoring.md} and {@code deploy/monitoring}, held against what services measure. */
@OnStack
class MonitoringTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:guichet|http|agroal|jvm|process)_[a-z_]+[a-z]\\b");
    private static final Pattern MEASURED = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    private static final String SERIES = "_(bucket|count|sum|max)$";

    private final Suite stack;

    MonitoringTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void haveSomethingHappen() {
        Application application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Measured", "grant_types": ["client_credentials", "password"]}\
                                """);
        application.usesItsOwnCredentials();
        application.introspects(
                application.usesPassword("bob", "bob-opens-the-door").accessToken());
        application.refreshes("nonsense");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/monitoring.md",
                "deploy/monitoring/alerts.yaml",
                "deploy/monitoring/dashboard.json"
            })
    void every_metric_that_is_named_is_measured(String file) throws Exception {
        assertThat(measured()).containsAll(named(file));
    }

    @Test
    void every_metric_of_ours_is_described() throws Exception {
        Set<String> ours =
                measured().stream()
                        .filter(it -> it.startsWith("guichet_"))
                        .map(it -> it.replaceFirst(SERIES, ""))
                        .collect(Collectors.toSet());
        Set<String> described =
                named("docs/monitoring.md").stream()
                        .map(it -> it.replaceFirst(SERIES, ""))
                        .collect(Collectors.toSet());

        assertThat(described).containsAll(ours);
    }

    @Test
    void the_authorization_endpoint_has_a_name_of_its_own() throws Exception {
        stack.person("alice")
                .authorizes(
                        stack.http()
                                .registers(
                                        """
                                        {"client_name": "Measured", "redirect_uris": ["http://127.0.0.1:9999/cb"]}\
                                        """)
                                .authorizationRequest("movies:read", "s"));

        assertThat(text(Service.AUTHORIZATION)).contains("uri=\"/auth*\"");
    }

    @Test
    void the_dashboard_is_JSON() throws IOException {
        var dashboard =
                new ObjectMapper()
                        .readTree(ROOT.resolve("deploy/monitoring/dashboard.json").toFile());

        assertThat(dashboard.path("panels")).isNotEmpty();
    }

    private static Set<String> named(String file) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        return NAMED.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private Set<String> measured() throws Exception {
        var names = new TreeSet<String>();
        for (Service service : Service.values()) {
            MEASURED.matcher(text(service)).results().map(it -> it.group(1)).forEach(names::add);
        }
        return names;
    }

    private String text(Service service) throws Exception {
        String port = stack.stack().environment(service).get("QUARKUS_MANAGEMENT_PORT");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
