package guichet.token.issued;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.foreign.OddValues;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.FaultLog;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers send in the place of a token of ours is none, and no fault of ours. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7515-4.1")
class OddTokensTest {
    private static final Map<String, String> HEADER = Map.of("alg", "\"ES256\"", "kid", "\"a\"");
    private static final Map<String, String> CLAIMS =
            Map.of("iss", "\"http://localhost:8080\"", "sub", "\"a\"", "exp", "9999999999");
    private static final List<String> NAMES = List.of("alg", "typ", "kid", "crit", "b64");

    private final String client = Neighbours.client();

    static Stream<String> oddHeaders() {
        return Stream.concat(OddValues.ALL.stream(), OddValues.NO_JSON.stream())
                .filter(it -> it.length() < 2000);
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    @Tag("OIDCC-3.1.2.1")
    void as_a_hint(String odd) {
        eachWith(
                odd,
                token ->
                        internally()
                                .header(
                                        "Authorization",
                                        "Bearer the-credential-of-authorization-in-tests")
                                .contentType("application/json")
                                .body(Map.of("id_token_hint", token))
                                .post("/internal/id-token-hints")
                                .then()
                                .statusCode(404));
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    @Tag("RFC6750-3.1")
    void as_a_bearer_token(String odd) {
        eachWith(
                odd,
                token ->
                        given().auth()
                                .oauth2(token)
                                .get("/userinfo")
                                .then()
                                .statusCode(401)
                                .body("error", equalTo("invalid_token")));
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    @Tag("RFC7662-2.2")
    void at_introspection(String odd) {
        eachWith(odd, token -> TokenCall.introspect(client, token).body("active", equalTo(false)));
    }

    private static void eachWith(String odd, Consumer<String> sent) {
        try (var faults = new FaultLog()) {
            tokens(odd).forEach(sent);

            assertThat(faults.seen()).isEmpty();
        }
    }

    private static Stream<String> tokens(String odd) {
        Stream<String> members =
                NAMES.stream()
                        .map(name -> {
                            var header = new TreeMap<>(HEADER);
                            header.put(name, odd);
                            return compact(OddValues.object(header), OddValues.object(CLAIMS));
                        });
        Stream<String> parts =
                Stream.of(
                        compact(odd, OddValues.object(CLAIMS)),
                        compact(OddValues.object(HEADER), odd));
        return Stream.concat(members, parts);
    }

    private static String compact(String header, String claims) {
        return "%s.%s.%s"
                .formatted(
                        OddValues.encoded(header),
                        OddValues.encoded(claims),
                        OddValues.encoded("a signature"));
    }
}
