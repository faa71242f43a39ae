package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import guichet.registryclient.ClientMetadata;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What OpenAPI says of the applications that administrators keep, held against the code. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationsDescriptionTest {
    private static final String PATH = ApplicationsEndpoint.PATH;

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
                        Arrays.stream(ApplicationsEndpoint.class.getDeclaredMethods())
                                .filter(it -> !it.getName().equals("description"))
                                .flatMap(ApplicationsDescriptionTest::route)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void its_schema_has_the_members_that_are_read_and_no_others() {
        Set<String> read = members(ClientMetadata.class);
        read.removeAll(Set.of("in_other_languages", "sector_identifier"));
        read.add("name");

        assertThat(described(false)).isEqualTo(read);
    }

    @Test
    void and_of_those_that_are_only_answered_the_ones_that_are() {
        Set<String> ours = new TreeSet<>(ApplicationsEndpoint.OURS);
        ours.removeAll(Set.of("name", "lint"));

        assertThat(described(true)).isEqualTo(ours);
    }

    @Test
    void an_answer_has_no_member_that_is_not_described() {
        var described = described(false);
        described.addAll(described(true));

        Set<String> answered =
                administrator()
                        .contentType("application/json")
                        .body(
                                "{\"name\": \"described\", \"redirect_uris\":"
                                        + " [\"https://kiosk.example/cb\"], \"scope\":"
                                        + " \"openid movies:read\"}")
                        .post(PATH)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .<String, Object>getMap("")
                        .keySet();

        administrator().delete(PATH + "/described").then().statusCode(204);
        assertThat(described).containsAll(answered);
    }

    @Test
    void nobody_else_reads_it() {
        given().get(PATH + "/openapi.yaml").then().statusCode(401);
    }

    private static Set<String> described(boolean readOnly) {
        return description().at("/components/schemas/Application/properties").properties().stream()
                .filter(it -> it.getValue().path("readOnly").asBoolean() == readOnly)
                .map(it -> it.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode description() {
        String yaml =
                administrator()
                        .get(PATH + "/openapi.yaml")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }

    private static Set<String> members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(it ->
                        isUnwrapped(it)
                                ? members(it.getType()).stream()
                                : Stream.of(new SnakeCaseStrategy().translate(it.getName())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static Stream<String> route(Method method) {
        Path path = method.getAnnotation(Path.class);
        String below = path == null ? "" : "/" + path.value();
        return Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                .filter(method::isAnnotationPresent)
                .map(it -> it.getSimpleName().toLowerCase(Locale.ROOT) + " " + PATH + below);
    }

    private static RequestSpecification administrator() {
        return given().auth()
                .oauth2(
                        TestToken.forApi(TestIssuer.address() + "/admin")
                                .scope("registry:admin")
                                .ofApplication()
                                .signed());
    }
}
