package guichet.registry.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What OpenAPI says of the administrators' API, held against its code. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceDescriptionTest {
    @Test
    void it_has_every_method_and_no_other() {
        var described = new TreeSet<String>();
        description()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(
                                        method -> described.add(method + " " + path.getKey())));
        described.removeIf(it -> it.startsWith("parameters "));

        assertThat(described)
                .isEqualTo(
                        new TreeSet<>(
                                Arrays.stream(
                                                ResourceAdministrationEndpoint.class
                                                        .getDeclaredMethods())
                                        .filter(it -> !it.getName().equals("description"))
                                        .flatMap(ResourceDescriptionTest::route)
                                        .toList()));
    }

    @Test
    void its_schemas_have_the_members_that_are_read_and_no_others() {
        assertThat(members("Api")).isEqualTo(components(Api.class));
        assertThat(members("ApiScope")).isEqualTo(components(ApiScope.class));
    }

    private static JsonNode description() {
        String yaml =
                Seats.administrator()
                        .get(Seats.PATH + "/openapi.yaml")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }

    private Set<String> members(String schema) {
        var members = new TreeSet<String>();
        description()
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(members::add);
        return members;
    }

    private static Set<String> components(Class<?> type) {
        return new TreeSet<>(
                Arrays.stream(type.getRecordComponents())
                        .map(ResourceDescriptionTest::member)
                        .toList());
    }

    private static String member(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named != null
                ? named.value()
                : new SnakeCaseStrategy().translate(component.getName());
    }

    private static Stream<String> route(Method method) {
        Path path = method.getAnnotation(Path.class);
        String below = path == null ? "" : "/" + path.value();
        return Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                .filter(method::isAnnotationPresent)
                .map(it -> it.getSimpleName().toLowerCase(Locale.ROOT))
                .map(it -> it + " " + Seats.PATH + below);
    }
}
