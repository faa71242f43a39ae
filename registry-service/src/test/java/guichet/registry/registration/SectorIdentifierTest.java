package guichet.registry.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDC-Registration-5")
class SectorIdentifierTest {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final String BOTH = "[\"https://one.example/cb\", \"https://two.example/cb\"]";

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @Test
    void its_host_is_the_sector_of_all_redirect_addresses() {
        String client =
                registering(okJson(BOTH))
                        .statusCode(201)
                        .body("sector_identifier_uri", equalTo(address()))
                        .body("subject_type", equalTo("pairwise"))
                        .extract()
                        .path("client_id");

        internally()
                .auth()
                .preemptive()
                .oauth2("the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .body("sector_identifier", equalTo("localhost"));
    }

    @Test
    void a_redirect_address_that_is_not_published_is_refused() {
        registering(okJson("[\"https://one.example/cb\"]"))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("sector_identifier_uri: "))
                .body("error_description", containsString("https://two.example/cb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "[", "\"https://one.example/cb\""})
    void what_is_no_array_is_refused(String published) {
        registering(okJson(published))
                .statusCode(400)
                .body("error_description", containsString("JSON array"));
    }

    @Test
    void what_cannot_be_fetched_is_refused_and_the_rule_is_told() {
        registering(aResponse().withStatus(302).withHeader("Location", "/elsewhere"))
                .statusCode(400)
                .body("error_description", containsString("redirects are not followed"));
    }

    @Test
    void nothing_is_fetched_from_inside_the_network() {
        registered("https://10.0.0.1/sector")
                .statusCode(400)
                .body("error_description", containsString("is not to be called"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://victim.example/anything\", \"com.evil.app:/cb\"]",
                "[\"com.evil.app:/cb\", \"https://victim.example/anything\"]",
                "[\"com.evil.app:/cb\"]",
                "[\"http://127.0.0.1:4711/cb\"]",
                "[\"http://[::1]/cb\"]",
                "[\"http://localhost/cb\"]"
            })
    void an_address_on_a_device_or_on_loopback_proves_no_sector(String redirectUris) {
        Registration.of(
                        """
                        {"redirect_uris": %s, "subject_type": "pairwise"}\
                        """
                                .formatted(redirectUris))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("subject_type: "))
                .body("error_description", containsString("sector_identifier_uri"));
    }

    /** Both names lead to the same host, RFC 1034 §3.1. */
    @Test
    void a_host_with_the_dot_of_the_root_is_no_other_sector() {
        String client =
                Registration.of(
                                """
                                {"redirect_uris": ["https://one.example/cb", "https://one.example./cb"],
                                 "subject_type": "pairwise"}\
                                """)
                        .statusCode(201)
                        .extract()
                        .path("client_id");

        internally()
                .auth()
                .preemptive()
                .oauth2("the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .body("sector_identifier", equalTo("one.example"));
    }

    @Test
    void an_application_on_a_device_is_of_the_sector_that_publishes_its_address() {
        SERVER.stubFor(get("/sector").willReturn(okJson("[\"com.example.app:/cb\"]")));

        Registration.of(
                        """
                        {"redirect_uris": ["com.example.app:/cb"], "subject_type": "pairwise",
                         "sector_identifier_uri": "%s"}\
                        """
                                .formatted(address()))
                .statusCode(201)
                .body("subject_type", equalTo("pairwise"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"grant_types\": [\"password\"]",
                "\"grant_types\": [\"authorization_code\", \"password\"]",
                "\"grant_types\": [\"client_credentials\"]"
            })
    void who_does_not_hear_of_people_at_the_redirect_address_is_not_of_its_host(String flows) {
        Registration.of(
                        """
                        {"redirect_uris": ["https://victim.example/cb"],
                         "subject_type": "pairwise", %s}\
                        """
                                .formatted(flows))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("subject_type: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backchannel_logout_uri", "failure_redirect_uri"})
    void who_hears_of_people_at_another_host_is_not_of_the_first(String member) {
        Registration.of(hearing(member, "https://evil.example/hears"))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("subject_type: "))
                .body("error_description", containsString(member));
        Registration.of(hearing(member, "https://cine.example/hears"))
                .statusCode(201)
                .body("subject_type", equalTo("pairwise"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://one.example/hears", "https://evil.example/hears"})
    void where_a_client_hears_of_people_elsewhere_may_be_published(String address) {
        SERVER.stubFor(
                get("/sector")
                        .willReturn(
                                okJson(
                                        "[\"https://cine.example/cb\","
                                                + " \"https://one.example/hears\"]")));
        boolean isPublished = address.contains("one.example");

        Registration.of(
                        """
                        {"redirect_uris": ["https://cine.example/cb"],
                         "backchannel_logout_uri": "%s",
                         "subject_type": "pairwise", "sector_identifier_uri": "%s"}\
                        """
                                .formatted(address, address()))
                .statusCode(isPublished ? 201 : 400);
    }

    @Test
    void the_front_channel_is_where_a_redirect_address_is() {
        SERVER.stubFor(get("/sector").willReturn(okJson("[\"https://cine.example/cb\"]")));

        Registration.of(
                        """
                        {"redirect_uris": ["https://cine.example/cb"],
                         "frontchannel_logout_uri": "https://cine.example/out",
                         "subject_type": "pairwise", "sector_identifier_uri": "%s"}\
                        """
                                .formatted(address()))
                .statusCode(201);
    }

    private static String hearing(String member, String address) {
        return """
        {"redirect_uris": ["https://cine.example/cb"], "%s": "%s",
         "subject_type": "pairwise"}\
        """
                .formatted(member, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials"})
    void who_has_no_redirect_address_is_of_no_sector(String grantType) {
        SERVER.stubFor(get("/sector").willReturn(okJson("[]")));

        Registration.of(
                        """
                        {"grant_types": ["%s"], "subject_type": "pairwise",
                         "sector_identifier_uri": "%s"}\
                        """
                                .formatted(grantType, address()))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("subject_type: "));
    }

    private static ValidatableResponse registering(ResponseDefinitionBuilder published) {
        SERVER.stubFor(get("/sector").willReturn(published));
        return registered(address());
    }

    private static ValidatableResponse registered(String address) {
        return Registration.of(
                """
                {"redirect_uris": %s, "subject_type": "pairwise", "sector_identifier_uri": "%s"}\
                """
                        .formatted(BOTH, address));
    }

    private static String address() {
        return SERVER.baseUrl() + "/sector";
    }
}
