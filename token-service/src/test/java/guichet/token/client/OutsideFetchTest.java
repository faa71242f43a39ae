package guichet.token.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever registers can make the server ask for, and what not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideFetchTest {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/jwks",
                "https://127.0.0.1/jwks",
                "https://[::1]/jwks",
                "https://0.0.0.0/jwks",
                "https://10.0.0.1/jwks",
                "https://172.16.0.1/jwks",
                "https://192.168.0.1/jwks",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/jwks",
                "https://[fc00::1]/jwks",
                "https://[fe80::1]/jwks",
                "https://[::ffff:10.0.0.1]/jwks",
            })
    void nothing_is_asked_for_inside_the_network(String address) {
        assertThatThrownBy(() -> new OutsideFetch(false).get(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("inside the network");
    }

    @Test
    void nothing_is_asked_for_unencrypted() {
        assertThatThrownBy(() -> new OutsideFetch(false).get("http://93.184.216.34/jwks"))
                .hasMessageContaining("not fetched over http");
    }

    @Test
    void what_is_published_is_read() throws Exception {
        assertThat(fetched(aResponse().withBody("{}"))).isEqualTo("{}");
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThatThrownBy(() ->
                        fetched(aResponse().withStatus(302).withHeader("Location", "/elsewhere")))
                .hasMessageContaining("302");
    }

    @Test
    void an_answer_that_is_too_large_is_not_read() {
        assertThatThrownBy(() -> fetched(aResponse().withBody("x".repeat(100_001))))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(20)
    void an_answer_that_drips_is_not_waited_for() {
        assertThatThrownBy(() ->
                        fetched(
                                aResponse()
                                        .withBody("x".repeat(50))
                                        .withChunkedDribbleDelay(50, 60_000)))
                .isInstanceOf(IOException.class);
    }

    private static String fetched(ResponseDefinitionBuilder answer) throws IOException {
        SERVER.stubFor(get("/jwks").willReturn(answer));
        return new OutsideFetch(true).get(SERVER.baseUrl() + "/jwks").getBody();
    }
}
