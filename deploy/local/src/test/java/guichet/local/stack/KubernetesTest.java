package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each service's Deployment says, so that a cluster may stop and move its replicas. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KubernetesTest {
    private static final Path BASE = Path.of("../../deploy/kubernetes");
    private static final Pattern RULE =
            Pattern.compile("- matches:\\n(.*?)backendRefs:", Pattern.DOTALL);

    /** Of Gateway API before 1.2. */
    private static final int MOST_MATCHES = 8;

    @ParameterizedTest
    @EnumSource
    void a_replica_serves_until_gateways_know_that_it_leaves(Service service) throws IOException {
        assertThat(deployment(service))
                .contains("preStop: {sleep: {seconds: 5}}", "terminationGracePeriodSeconds: 30");
    }

    @ParameterizedTest
    @EnumSource
    void replicas_are_spread_over_machines_and_zones(Service service) throws IOException {
        String own = "labelSelector: {matchLabels: {app: %s}}".formatted(service.module());

        assertThat(deployment(service))
                .containsSubsequence(
                        "topologyKey: kubernetes.io/hostname",
                        own,
                        "topologyKey: topology.kubernetes.io/zone",
                        own);
    }

    @ParameterizedTest
    @EnumSource
    void a_replica_has_a_bound_to_its_memory(Service service) throws IOException {
        assertThat(deployment(service)).containsPattern("limits: \\{memory: \\d+Mi}");
    }

    @Test
    void no_rule_has_more_matches_than_older_gateways_take() throws IOException {
        List<Long> matches =
                RULE.matcher(Files.readString(BASE.resolve("routes.yaml")))
                        .results()
                        .map(rule -> Stream.of(rule.group(1).split("\n")))
                        .map(lines -> lines.filter(it -> it.contains("- path:")).count())
                        .toList();

        assertThat(matches).isNotEmpty().allMatch(it -> it <= MOST_MATCHES);
    }

    private static String deployment(Service service) throws IOException {
        String file = Files.readString(BASE.resolve(service.module() + ".yaml"));
        return file.substring(0, file.indexOf("\n---\n"));
    }
}
