package guichet.resource.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Stands for the issuer: serves a JWK Set over real HTTP. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    /** The key in use, and published, when a test starts. */
    public static final EllipticCurveJsonWebKey KEY = newKey("the-key");

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        open();
        return Map.of(
                "guichet.issuer", address(),
                "guichet.resource.jwks-uri", address() + "/jwks",
                "guichet.resource.status.lists-uri", address() + "/status-lists");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** Serves the one key {@link #KEY}; for tests without Quarkus. */
    public static void open() {
        SERVER.start();
        publishes(KEY);
    }

    /** The {@code iss} of its tokens. */
    public static String address() {
        return SERVER.baseUrl();
    }

    /** Serves these keys. */
    public static void publishes(JsonWebKey... keys) {
        answers(
                aResponse()
                        .withBody(new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY)));
    }

    /** Serves this instead of a JWK Set. */
    public static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get("/jwks").willReturn(answer));
    }

    /** Serves this instead to whoever has the state of this name. */
    public static void answersTo(String etag, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get("/jwks").withHeader("If-None-Match", equalTo(etag)).willReturn(answer));
    }

    /** Breaks every connection. */
    public static void goesAway() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** How often it was asked since {@link #forgetsWhoAsked()}. */
    public static int timesAsked() {
        return SERVER.countRequestsMatching(getRequestedFor(urlEqualTo("/jwks")).build())
                .getCount();
    }

    public static void forgetsWhoAsked() {
        SERVER.resetRequests();
    }

    /** The address of its status list of this number. */
    public static String list(int number) {
        return address() + "/status-lists/" + number;
    }

    /** Serves this as the status list of this number, and 304 to whoever has it. */
    public static void publishes(int number, TestStatusList list) {
        String tag = "\"" + list.hashCode() + "\"";
        String path = "/status-lists/" + number;
        SERVER.stubFor(
                get(path).willReturn(aResponse().withHeader("ETag", tag).withBody(list.signed())));
        SERVER.stubFor(
                get(path)
                        .withHeader("If-None-Match", equalTo(tag))
                        .willReturn(aResponse().withStatus(304)));
    }

    /** Serves this instead of the status list of this number. */
    public static void answers(int number, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get("/status-lists/" + number).willReturn(answer));
    }

    /** How often this was the answer for the list of this number. */
    public static long timesAnswered(int number, int status) {
        return SERVER.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals("/status-lists/" + number))
                .filter(event -> event.getResponse().getStatus() == status)
                .count();
    }

    /** A new key of this name, which nobody publishes yet. */
    public static EllipticCurveJsonWebKey newKey(String kid) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
