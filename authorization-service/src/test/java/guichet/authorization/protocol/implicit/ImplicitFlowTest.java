package guichet.authorization.protocol.implicit;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-3.2")
class ImplicitFlowTest {
    private static final String MEMBERS =
            """
            "client_name": "Ciné", "grant_types": ["authorization_code", "implicit", "refresh_token"],
            "response_types": ["code", "id_token", "id_token token"],
            "token_endpoint_auth_method": "none",
            "scope": "openid profile offline_access movies:read"\
            """;

    @Inject ImplicitCall call;
    @Inject ObjectMapper json;

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client(MEMBERS);

    @ParameterizedTest
    @GoldenSource({"implicit-tokens", "implicit-tokens-not-registered"})
    void token_service_is_asked(Golden golden) {
        var caller = TokenNeighbour.caller(json);
        var grant = caller.request(golden, ImplicitGrant.class);

        caller.check(golden, () -> call.issue(grant));
    }

    @Test
    @Tag("OIDCC-3.2.2.5")
    void the_tokens_come_in_the_fragment() {
        Golden golden =
                Golden.today("implicit-tokens")
                        .with("response.access_token", "a.b.c")
                        .with("response.id_token", "d.e.f");
        TokenNeighbour.issuesImplicitly(client, golden.response().toString());

        Response back = visit.authorizes(asking("id_token token"));

        assertThat(back.header("Location")).startsWith(RegistryNeighbour.REDIRECT_URI + "#");
        assertThat(fragment(back))
                .contains(
                        entry("access_token", "a.b.c"),
                        entry("token_type", "Bearer"),
                        entry("expires_in", "3600"),
                        entry("id_token", "d.e.f"),
                        entry("state", "s 1&é"),
                        entry("iss", "http://localhost:8080"))
                .doesNotContainKey("code");
    }

    @Test
    void token_service_is_told_of_the_grant_and_the_nonce() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");

        visit.authorizes(asking("id_token"));

        var asked = TokenNeighbour.implicitGrant();
        assertThat(asked.getString("response_type")).isEqualTo("id_token");
        assertThat(asked.getString("nonce")).isEqualTo("n-1");
        assertThat(asked.getString("grant.scope")).isEqualTo("openid profile movies:read");
    }

    @Test
    @Tag("OIDCC-5.4")
    void an_id_token_that_comes_alone_has_the_claims_of_the_scopes() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");

        visit.authorizes(asking("id_token"));

        assertThat(TokenNeighbour.implicitGrant().getString("id_token_claims.name"))
                .isEqualTo("Alice Martin");
    }

    @Test
    @Tag("OIDCC-5.5")
    void a_claim_that_was_approved_by_itself_comes_in_it_and_no_other() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");
        var parameters = asking("id_token");
        parameters.put("scope", "openid");
        parameters.put("claims", "{\"id_token\": {\"name\": null, \"email\": null}}");

        String page = visit.reachesConsent(parameters).asString();
        visit.submits(visit.opens(Visit.path(visit.asks(parameters))), Map.of("decision", "allow"));

        assertThat(page).contains("See your name").doesNotContain("e-mail");
        assertThat(TokenNeighbour.implicitGrant().getMap("id_token_claims"))
                .isEqualTo(Map.of("name", "Alice Martin"));
    }

    @Test
    @Tag("OIDCC-5.4")
    void beside_an_access_token_they_are_left_to_userinfo() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");

        visit.authorizes(asking("token id_token"));

        assertThat(TokenNeighbour.implicitGrant().getMap("id_token_claims")).isEmpty();
    }

    @Test
    void beside_an_access_token_they_are_told_to_a_client_that_registered_so() {
        String reader =
                RegistryNeighbour.client(MEMBERS + ", \"userinfo_claims_in_id_token\": true");
        TokenNeighbour.issuesImplicitly(reader, "{\"id_token\": \"d.e.f\"}");
        var parameters = asking("token id_token");
        parameters.put("client_id", reader);

        visit.authorizes(parameters);

        assertThat(TokenNeighbour.implicitGrant().getString("id_token_claims.name"))
                .isEqualTo("Alice Martin");
    }

    @Test
    @Tag("OIDCC-11")
    void offline_access_is_ignored() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");
        var parameters = asking("id_token");
        parameters.put("scope", "openid offline_access");

        visit.authorizes(parameters);

        assertThat(TokenNeighbour.implicitGrant().getString("grant.scope")).isEqualTo("openid");
    }

    @Test
    @Tag("OAuthFP-2")
    void they_may_come_in_a_form() {
        TokenNeighbour.issuesImplicitly(client, "{\"id_token\": \"d.e.f\"}");
        var parameters = asking("id_token");
        parameters.put("response_mode", "form_post");

        var page = Jsoup.parse(visit.authorizes(parameters).asString());

        assertThat(page.expectFirst("[name=id_token]").attr("value")).isEqualTo("d.e.f");
    }

    @ParameterizedTest
    @CsvSource({
        "nonce,         '',               invalid_request, nonce",
        "scope,         movies:read,      invalid_scope,   openid",
        "response_mode, query,            invalid_request, fragment or form_post",
        "response_type, code id_token,    unsupported_response_type, response_type",
    })
    @Tag("OIDCC-3.2.2.1")
    void a_request_that_cannot_be_answered_so_is_refused(
            String name, String value, String error, String fault) {
        var parameters = asking("id_token");
        parameters.put(name, value);

        Map<String, String> answer = anyAnswer(visit.asks(parameters));

        assertThat(answer).containsEntry("error", error);
        assertThat(answer.get("error_description")).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "id_token token"})
    @Tag("OIDCC-3.2.2.6")
    void a_client_that_did_not_register_for_it_is_told_so_in_the_fragment(String type) {
        var parameters = asking(type);
        parameters.put("client_id", RegistryNeighbour.client());

        Response back = visit.asks(parameters);

        assertThat(fragment(back)).containsEntry("error", "unauthorized_client");
        assertThat(fragment(back).get("error_description")).contains("response_types");
    }

    @Test
    void a_client_that_has_just_changed_its_registration_is_told_so() {
        Response back = visit.authorizes(asking("id_token"));

        assertThat(fragment(back)).containsEntry("error", "unauthorized_client");
    }

    @Test
    void while_token_service_is_away_the_application_is_told_so() {
        Response consent = visit.reachesConsent(asking("id_token"));

        try (var _ = TokenNeighbour.away()) {
            Response back = visit.submits(consent, Map.of("decision", "allow"));

            assertThat(fragment(back)).containsEntry("error", "temporarily_unavailable");
        }
    }

    /** Without PKCE, which protects codes. */
    private Map<String, String> asking(String responseType) {
        var parameters = request(client);
        parameters.put("response_type", responseType);
        parameters.put("scope", "openid profile movies:read");
        parameters.put("nonce", "n-1");
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        return parameters;
    }

    private static Map<String, String> fragment(Response redirect) {
        return parameters(URI.create(redirect.header("Location")).getRawFragment());
    }

    private static Map<String, String> anyAnswer(Response redirect) {
        String location = redirect.header("Location");
        return parameters(
                location.substring(location.lastIndexOf(location.contains("#") ? '#' : '?') + 1));
    }

    private static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
