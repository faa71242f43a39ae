package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers for a client, where anybody may register. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StatementSigner.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.11.2")
class StandingTest {
    private static final String CALLBACK = "https://guild.example/cb";
    private static final String ADDED = "https://phish.example/";

    @Inject InvitingAdministrator administrator;

    @Test
    void nobody_answers_for_who_registers_without_being_asked() {
        assertThat(standing(registers(metadata(), ""))).isEqualTo("self_registered");
    }

    @Test
    @Tag("RFC7591-3")
    void a_token_that_is_not_good_is_refused_although_anybody_may_register() {
        answer(metadata(), "not-a-token")
                .then()
                .statusCode(401)
                .body("error_uri", endsWith("/errors/initial-access-token-wrong"));
    }

    @Test
    @Tag("RFC7591-3")
    void an_initial_access_token_answers_for_one_client_and_whatever_it_changes() {
        String token = administrator.invites();

        Response invited = registers(metadata(), token);
        Response again = answer(metadata(), token);
        changes(invited, metadata());

        assertThat(standing(invited)).isEqualTo("vouched_for");
        assertThat(again.statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("RFC7591-2.3")
    void a_software_statement_answers_for_the_addresses_that_it_names() throws Exception {
        var stated = metadata();
        stated.put("software_statement", statement(Map.of("redirect_uris", List.of(CALLBACK))));

        Response registered = registers(stated, "");
        assertThat(standing(registered)).isEqualTo("vouched_for");

        changes(registered, metadata());
        assertThat(standing(registered)).isEqualTo("self_registered");
    }

    @Test
    @Tag("RFC7591-2.3")
    void a_statement_that_names_no_address_answers_for_nothing() throws Exception {
        var silent = metadata();
        silent.put("software_statement", statement(Map.of("client_name", "Guild")));

        assertThat(standing(registers(silent, ""))).isEqualTo("self_registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failure_redirect_uri",
                "post_logout_redirect_uris",
                "client_uri",
                "logo_uri",
                "policy_uri",
                "tos_uri"
            })
    @Tag("RFC7591-2.3")
    void whoever_adds_an_address_to_a_statement_answers_for_it_alone(String member)
            throws Exception {
        Object address = member.endsWith("s") ? List.of(ADDED) : ADDED;
        var stated = metadata();
        stated.put(
                "software_statement",
                statement(Map.of("redirect_uris", List.of(CALLBACK), member, address)));
        var added = metadata();
        added.put("software_statement", statement(Map.of("redirect_uris", List.of(CALLBACK))));
        added.put(member, address);

        assertThat(standing(registers(stated, ""))).isEqualTo("vouched_for");
        assertThat(standing(registers(added, ""))).isEqualTo("self_registered");
    }

    @Test
    void of_equal_registrations_one_that_is_answered_for_is_enough() {
        var metadata = metadata();
        metadata.put("token_endpoint_auth_method", "none");

        Response first = registers(metadata, "");
        Response second = registers(metadata, administrator.invites());
        Response third = registers(metadata, "");

        assertThat(second.<String>path("client_id")).isEqualTo(first.path("client_id"));
        assertThat(standing(third)).isEqualTo("vouched_for");
    }

    private static Map<String, Object> metadata() {
        var metadata = new HashMap<String, Object>();
        metadata.put("client_name", "Guild " + UUID.randomUUID());
        metadata.put("redirect_uris", List.of(CALLBACK));
        return metadata;
    }

    private static String statement(Map<String, Object> claims) throws Exception {
        var stated = new JwtClaims();
        stated.setIssuer(StatementSigner.ISSUER);
        claims.forEach(stated::setClaim);
        return StatementSigner.sign(stated);
    }

    private static Response registers(Map<String, Object> metadata, String token) {
        Response answer = answer(metadata, token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static Response answer(Map<String, Object> metadata, String token) {
        var request = given().contentType("application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.body(metadata).post("/register");
    }

    private static void changes(Response registered, Map<String, Object> metadata) {
        var changed = new HashMap<>(metadata);
        changed.put("client_id", registered.path("client_id"));
        given().contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer " + registered.<String>path("registration_access_token"))
                .body(changed)
                .put("/register/" + registered.<String>path("client_id"))
                .then()
                .statusCode(200);
    }

    private static String standing(Response registered) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + registered.<String>path("client_id"))
                .path("standing");
    }
}
