package guichet.authorization.protocol.request;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
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
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.1.2.1")
class AuthorizationRequestTest {
    private final Visit visit = new Visit();

    @ParameterizedTest
    @CsvSource({
        "client_id,    nobody,                           no application has this client_id",
        "client_id,    '',                               parameter client_id is missing",
        "redirect_uri, https://cine.example/cb,          to the letter",
        "redirect_uri, https://evil.example/cb?tenant=1, to the letter",
    })
    void without_client_and_redirect_address_there_is_a_page(
            String name, String value, String fault) {
        var parameters = request(RegistryNeighbour.client());
        parameters.put(name, value);

        var answer = visit.asks(parameters);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.asString()).contains("<html").contains(fault);
    }

    @Test
    void a_repeated_redirect_address_gets_a_page() {
        var parameters = request(RegistryNeighbour.client());

        var answer =
                visit.browser()
                        .queryParams(parameters)
                        .queryParam("redirect_uri", "https://evil.example/cb")
                        .get("/auth");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,         '',         invalid_request",
        "response_type,         token,      unsupported_response_type",
        "response_type,         code token, unsupported_response_type",
        "scope,                 stats:read, invalid_scope",
        "scope,                 movies:fly, invalid_scope",
        "scope,                 a\"b,       invalid_scope",
        "code_challenge,        '',         invalid_request",
        "code_challenge,        short,      invalid_request",
        "code_challenge_method, plain,      invalid_request",
        "code_challenge_method, '',         invalid_request",
    })
    void every_other_fault_is_an_answer_to_the_application(
            String name, String value, String error) {
        var parameters = request(RegistryNeighbour.client());
        parameters.put(name, value);

        var answer = visit.asks(parameters);

        assertThat(answer.header("Location")).startsWith(RegistryNeighbour.REDIRECT_URI + "&");
        assertThat(parameter(answer, "error")).isEqualTo(error);
        assertThat(parameter(answer, "state")).isEqualTo("s 1&é");
        assertThat(parameter(answer, "iss")).isEqualTo("http://localhost:8080");
    }

    @Test
    @Tag("RFC8707-2.1")
    void scopes_of_several_apis_need_a_resource_and_the_choice_is_spelt_out() {
        String client = RegistryNeighbour.client("\"scope\": \"movies:read seats:read\"");
        var parameters = request(client);
        parameters.put("scope", "movies:read seats:read");

        var refused = visit.asks(parameters);
        var named =
                visit.browser()
                        .queryParams(parameters)
                        .queryParam("resource", "http://localhost:8090", "https://seats.example")
                        .get("/auth");

        assertThat(parameter(refused, "error")).isEqualTo("invalid_target");
        assertThat(parameter(refused, "error_description"))
                .contains("http://localhost:8090 and https://seats.example");
        assertThat(named.header("Location")).doesNotContain("error=");
    }

    @Test
    void without_a_scope_the_api_is_meant_that_the_client_registered_as_its_default() {
        String members = "\"scope\": \"movies:read seats:read\"";
        var ofTheDeployment = request(RegistryNeighbour.client(members));
        var ofTheClient =
                request(
                        RegistryNeighbour.client(
                                members + ", \"default_resource\": \"https://seats.example\""));
        ofTheDeployment.remove("scope");
        ofTheClient.remove("scope");

        assertThat(approval(ofTheDeployment)).contains("See the films").doesNotContain("seats");
        assertThat(approval(ofTheClient)).contains("See the seats").doesNotContain("films");
    }

    @Test
    void a_repeated_parameter_is_an_answer_to_the_application() {
        for (String name : List.of("state", "scope", "response_type")) {
            var answer =
                    visit.browser()
                            .queryParams(request(RegistryNeighbour.client()))
                            .queryParam(name, "again")
                            .get("/auth");

            assertThat(parameter(answer, "error")).isEqualTo("invalid_request");
            assertThat(parameter(answer, "error_description")).contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"request", "request_uri", "registration", "prompt", "claims", "resource"})
    @Tag("RFC6749-3.1")
    void a_parameter_without_a_value_counts_as_omitted(String name) {
        var parameters = request(RegistryNeighbour.client());
        parameters.put(name, "");

        assertThat(visit.asks(parameters).header("Location")).contains("/login?request=");
    }

    @ParameterizedTest
    @CsvSource({"comment, 'a\nb'", "'', x", "device_info, long", "naïve, x"})
    @Tag("RFC6749-3.1")
    void what_is_not_recognised_is_ignored_whatever_is_in_it(String name, String value) {
        var answer =
                visit.browser()
                        .queryParams(request(RegistryNeighbour.client()))
                        .queryParam(name, value.equals("long") ? "x".repeat(2000) : value, "again")
                        .get("/auth");

        assertThat(answer.header("Location")).contains("/login?request=");
    }

    @Test
    @Tag("RFC3987-3.1")
    void the_way_back_to_an_international_name_is_written_in_ascii() {
        String address = "https://b\u00fccher.example/cb";
        var parameters =
                request(RegistryNeighbour.client("\"redirect_uris\": [\"%s\"]".formatted(address)));
        parameters.put("redirect_uri", address);
        parameters.put("prompt", "none");

        assertThat(visit.asks(parameters).header("Location"))
                .startsWith("https://xn--bcher-kva.example/cb?error=login_required");
    }

    @Test
    @Tag("OIDCC-5.5")
    void claims_may_be_written_on_several_lines() {
        var parameters = request(RegistryNeighbour.client());
        parameters.put("claims", "{\r\n\t\"id_token\": {\"email\": null}\n}");

        assertThat(visit.asks(parameters).header("Location")).contains("/login?request=");
    }

    @Test
    void an_over_long_or_unprintable_state_is_an_answer_to_the_application() {
        for (String state : List.of("x".repeat(8193), "a\u0007b")) {
            var parameters = request(RegistryNeighbour.client());
            parameters.put("state", state);

            var answer = visit.browser().formParams(parameters).post("/auth");

            assertThat(parameter(answer, "error")).isEqualTo("invalid_request");
            assertThat(answer.header("Location")).doesNotContain("state=");
        }
    }

    @Test
    void a_redirect_address_may_be_left_out_if_there_is_one_to_choose_from() {
        var parameters = request(RegistryNeighbour.client());
        parameters.remove("redirect_uri");

        var answer = visit.asks(parameters);

        assertThat(answer.header("Location")).contains("/login?request=");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"https://a.example/\", \"https://b.example/\"', several",
        "'',                                              none"
    })
    void otherwise_a_page_says_that_it_is_missing(String registered, String reason) {
        var parameters =
                request(RegistryNeighbour.client("\"redirect_uris\": [%s]".formatted(registered)));
        parameters.remove("redirect_uri");

        var answer = visit.asks(parameters);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("redirect_uri is missing").contains(reason);
    }

    @Test
    void without_scope_all_that_a_person_can_grant_is_asked_for() {
        var parameters = request(RegistryNeighbour.client());
        parameters.remove("scope");

        var page = visit.reachesConsent(parameters).asString();

        assertThat(page)
                .contains("See the films on your list", "Change your list")
                .doesNotContain("Count");
    }

    @Test
    @Tag("RFC9700-2.1.2")
    void who_asks_for_an_access_token_alone_is_told_what_to_use_instead() {
        var parameters = request(RegistryNeighbour.client());
        parameters.put("response_type", "token");

        var answer = visit.asks(parameters);

        assertThat(parameter(answer, "error_description")).contains("response_type=code with PKCE");
    }

    @Test
    void a_client_of_another_grant_type_is_unauthorized() {
        String client =
                RegistryNeighbour.client("\"grant_types\": [\"password\"], \"response_types\": []");

        var answer = visit.asks(request(client));

        assertThat(parameter(answer, "error")).isEqualTo("unauthorized_client");
    }

    @Test
    void errors_go_to_the_address_for_failures_if_there_is_one() {
        String client =
                RegistryNeighbour.client(
                        "\"failure_redirect_uri\": \"https://cine.example/sorry\"");
        var parameters = request(client);
        parameters.put("scope", "movies:fly");

        var answer = visit.asks(parameters);

        assertThat(answer.header("Location"))
                .startsWith("https://cine.example/sorry?error=invalid_scope");
    }

    @Test
    @Tag("RFC9700-2.1.1")
    void a_public_client_needs_pkce() {
        String client = RegistryNeighbour.client("\"token_endpoint_auth_method\": \"none\"");
        var parameters = request(client);
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");

        var answer = visit.asks(parameters);

        assertThat(parameter(answer, "error")).isEqualTo("invalid_request");
        assertThat(parameter(answer, "error_description")).contains("PKCE");
        assertThat(parameter(answer, "error_uri"))
                .isEqualTo("http://localhost:8080/errors/pkce-required");
    }

    @ParameterizedTest
    @CsvSource({
        "movies:read,        n1, PKCE is required here",
        "openid movies:read, '', 'PKCE is required here, or a nonce'"
    })
    @Tag("OAuth2.1-7.5.1")
    void a_confidential_client_needs_pkce_where_no_nonce_protects_the_code(
            String scope, String nonce, String words) {
        var answer = visit.asks(withoutPkce(scope, nonce));

        assertThat(parameter(answer, "error")).isEqualTo("invalid_request");
        assertThat(parameter(answer, "error_description")).endsWith(words);
    }

    @Test
    @Tag("OAuth2.1-7.5.1")
    void a_nonce_will_do_for_a_confidential_client_that_asks_for_an_id_token() {
        assertThat(visit.asks(withoutPkce("openid movies:read", "n1")).header("Location"))
                .contains("/login?request=");
    }

    private static String approval(Map<String, String> parameters) {
        return new Visit().reachesConsent(parameters).asString();
    }

    private static Map<String, String> withoutPkce(String scope, String nonce) {
        Map<String, String> parameters = request(RegistryNeighbour.client());
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        parameters.put("scope", scope);
        parameters.put("nonce", nonce);
        return parameters;
    }

    @Test
    @Tag("RFC6749-3.1")
    void a_request_may_be_posted() {
        var answer = visit.browser().formParams(request(RegistryNeighbour.client())).post("/auth");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .startsWith("http://localhost:8080/auth/resume?request=");
    }

    @ParameterizedTest
    @Tag("RFC8252-7.3")
    @CsvSource({
        "http://127.0.0.1/cb,      http://127.0.0.1:54321/cb,      true",
        "http://[::1]:1/cb,        http://[::1]:2/cb,              true",
        "http://127.0.0.1/cb,      http://127.0.0.1:54321/cb/more, false",
        "http://127.0.0.1/cb,      http://localhost:54321/cb,      false",
        "https://cine.example/cb,  https://cine.example:444/cb,    false",
        "http://127.0.0.1/cb,      http://127.0.0.1:1@evil/cb,     false",
        "http://127.0.0.1/cb,      http://127.0.0.1:/cb,           false",
        "http://127.0.0.1/cb,      http://127.0.0.1:0/cb,          false",
        "http://127.0.0.1/cb,      http://127.0.0.1:65535/cb,      true",
        "http://127.0.0.1/cb,      http://127.0.0.1:65536/cb,      false",
        "http://[::1]/cb,          http://[::1]:99999/cb,          false",
        "http://localhost/cb,      http://LOCALHOST:1/cb,          false",
        "http://127.0.0.1/%2Fcb,   http://127.0.0.1:1/%2fcb,       false",
        "http://127.0.0.1/cb,      http://127.0.0.1:1/cb#x,        false",
        "http://127.0.0.1/cb?a=1,  http://127.0.0.1:1/cb?a=1,      true",
    })
    void only_loopback_ports_may_differ(String registered, String asked, boolean same) {
        assertThat(RedirectUris.isRegistered(asked, List.of(registered))).isEqualTo(same);
    }
}
