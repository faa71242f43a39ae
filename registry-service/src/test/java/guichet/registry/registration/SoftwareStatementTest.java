package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import guichet.kit.foreign.OddValues;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StatementSigner.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2.3")
class SoftwareStatementTest {
    @Test
    void what_the_statement_says_stands_in_place_of_what_the_registration_says() throws Exception {
        String statement = StatementSigner.sign(claims());

        register(statement)
                .statusCode(201)
                .body("client_name", equalTo("Ciné Guild"))
                .body("software_id", equalTo("guild-app"))
                .body("redirect_uris", contains("https://guild.example/cb"))
                .body("software_statement", equalTo(statement));
    }

    @Test
    void what_it_does_not_say_is_taken_from_the_registration() throws Exception {
        register(StatementSigner.sign(claims()))
                .statusCode(201)
                .body("contacts", contains("me@cine.example"));
    }

    @Test
    void it_cannot_choose_the_client_id() throws Exception {
        JwtClaims claims = claims();
        claims.setStringClaim("client_id", "chosen");

        register(StatementSigner.sign(claims)).body("client_id", not(equalTo("chosen")));
    }

    @Test
    void its_metadata_is_checked_like_any_other() throws Exception {
        JwtClaims claims = claims();
        claims.setStringListClaim("redirect_uris", List.of("http://guild.example/cb"));

        register(StatementSigner.sign(claims))
                .statusCode(400)
                .body("error", equalTo("invalid_redirect_uri"));
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void nobody_else_is_believed() throws Exception {
        JwtClaims claims = claims();
        claims.setIssuer("https://somebody-else.example");

        register(StatementSigner.sign(claims))
                .statusCode(400)
                .body("error", equalTo("unapproved_software_statement"));
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void a_statement_signed_with_another_key_or_out_of_date_is_refused() throws Exception {
        JwtClaims old = claims();
        old.setExpirationTime(NumericDate.fromSeconds(1));

        refused(StatementSigner.sign(claims(), StatementSigner.key()));
        refused(StatementSigner.sign(old));
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void what_is_no_jwt_is_refused() {
        refused("not-a-jwt");
        refused(Map.of("iss", StatementSigner.ISSUER));
    }

    @Test
    @Tag("RFC7519-4.1")
    void a_statement_for_others_alone_or_for_later_is_refused() throws Exception {
        JwtClaims others = claims();
        others.setAudience("https://elsewhere.example");
        JwtClaims shared = claims();
        shared.setAudience("https://elsewhere.example", "http://localhost:8080");
        JwtClaims later = claims();
        later.setNotBefore(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 3600));

        refused(StatementSigner.sign(others));
        refused(StatementSigner.sign(later));
        register(StatementSigner.sign(shared)).statusCode(201);
    }

    static Stream<String> oddMembers() {
        return OddValues.ALL.stream().filter(it -> it.length() < 2000);
    }

    @ParameterizedTest
    @MethodSource("oddMembers")
    @Tag("RFC7515-4.1")
    void members_of_any_type_and_size_are_refused(String odd) {
        String issuer = "\"" + StatementSigner.ISSUER + "\"";
        for (String name : List.of("kid", "x5t", "crit", "alg", "typ")) {
            var header = new TreeMap<>(Map.of("alg", "\"ES256\""));
            header.put(name, odd);
            refused(unsigned(OddValues.object(header), "{\"iss\": %s}".formatted(issuer)));
        }
        for (String name : List.of("aud", "exp", "nbf", "iat", "redirect_uris", "jwks", "scope")) {
            refused(
                    unsigned(
                            "{\"alg\": \"ES256\"}",
                            OddValues.object(new TreeMap<>(Map.of("iss", issuer, name, odd)))));
        }
    }

    private static String unsigned(String header, String claims) {
        return "%s.%s.%s"
                .formatted(
                        OddValues.encoded(header),
                        OddValues.encoded(claims),
                        OddValues.encoded("a signature"));
    }

    private static void refused(Object statement) {
        register(statement).statusCode(400).body("error", equalTo("invalid_software_statement"));
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(StatementSigner.ISSUER);
        claims.setStringClaim("software_id", "guild-app");
        claims.setStringClaim("client_name", "Ciné Guild");
        claims.setStringListClaim("redirect_uris", List.of("https://guild.example/cb"));
        return claims;
    }

    private static ValidatableResponse register(Object statement) {
        return given().contentType("application/json")
                .body(
                        Map.of(
                                "client_name",
                                "What I say",
                                "contacts",
                                List.of("me@cine.example"),
                                "redirect_uris",
                                List.of("https://elsewhere.example/cb"),
                                "software_statement",
                                statement))
                .post("/register")
                .then();
    }
}
