package guichet.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The golden files of the internal API: of every endpoint, described, and kept to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractsTest {
    private static final Path DESCRIPTION = Path.of("../docs/internal-api.md");
    private static final Pattern LINK = Pattern.compile("\\(internal-api/([a-z0-9-]+)\\.json\\)");
    private static final String MISSING = " is missing";

    private static final List<JavaMethod> ENDPOINTS = Endpoints.ofNeighbours();
    private static final List<Golden> FILES = GoldenFiles.all(GoldenFiles.FOLDER).toList();

    @Test
    void every_internal_endpoint_has_a_golden_file() {
        assertThat(ENDPOINTS)
                .isNotEmpty()
                .allSatisfy(
                        endpoint -> assertThat(today()).anyMatch(golden -> isOf(golden, endpoint)));
    }

    @Test
    void every_golden_file_is_of_an_endpoint_and_its_callers() {
        assertThat(FILES)
                .allSatisfy(golden -> {
                    var endpoint = ENDPOINTS.stream().filter(it -> isOf(golden, it)).findFirst();
                    assertThat(endpoint).as("%s %s", golden.method(), golden.path()).isPresent();
                    assertThat(callers(endpoint.get())).containsAll(golden.callers());
                });
        assertThat(today())
                .allSatisfy(golden ->
                        assertThat(ENDPOINTS)
                                .anyMatch(it ->
                                        isOf(golden, it)
                                                && callers(it)
                                                        .equals(Set.copyOf(golden.callers()))));
    }

    @Test
    void the_description_names_every_golden_file_and_no_other() throws IOException {
        Set<String> named =
                LINK.matcher(Files.readString(DESCRIPTION))
                        .results()
                        .map(it -> it.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).containsExactlyInAnyOrderElementsOf(today().map(Golden::name).toList());
    }

    @Test
    void what_a_released_version_says_is_tried_with_todays_code() {
        assertThat(released()).allSatisfy(it -> assertThat(today(it)).isPresent());
    }

    @Test
    void what_a_released_version_does_not_say_is_demanded_of_nobody() {
        assertThat(released())
                .allSatisfy(older -> {
                    assertThat(demanded(older, Golden.REQUEST)).isEmpty();
                    assertThat(demanded(older, Golden.RESPONSE)).isEmpty();
                });
    }

    /** The places that have to be there today, and are not always in the older words. */
    private static Set<String> demanded(Golden older, String side) {
        Golden today = today(older).orElseThrow();
        var body = side.equals(Golden.REQUEST) ? older.request() : older.response();
        Set<String> demanded =
                today.differences(side, body).stream()
                        .filter(it -> it.endsWith(MISSING))
                        .map(it -> it.substring(0, it.length() - MISSING.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        older.optional(side).keySet().stream().filter(today::has).forEach(demanded::add);
        demanded.removeAll(today.optional(side).keySet());
        return demanded;
    }

    private static Stream<Golden> today() {
        return FILES.stream().filter(it -> !it.isReleased());
    }

    private static Optional<Golden> today(Golden older) {
        return today().filter(it -> it.name().equals(older.name())).findFirst();
    }

    private static Stream<Golden> released() {
        return FILES.stream().filter(Golden::isReleased);
    }

    private static boolean isOf(Golden golden, JavaMethod method) {
        var endpoint = Endpoints.endpoint(method);
        return endpoint.method().equals(golden.method())
                && golden.path().matches(endpoint.path().replaceAll("\\{[^}]*}", "[^/]+"));
    }

    private static Set<String> callers(JavaMethod endpoint) {
        return Stream.concat(
                        endpoint.getAnnotations().stream(),
                        endpoint.getOwner().getAnnotations().stream())
                .filter(it -> it.getRawType().getSimpleName().equals("CallableBy"))
                .map(JavaAnnotation::getProperties)
                .flatMap(it -> Stream.of((Object[]) it.get("value")))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
