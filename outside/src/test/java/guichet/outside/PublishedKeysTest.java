package guichet.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is kept of the keys that others publish. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedKeysTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final RsaJsonWebKey PAIR = pair();

    /** So long is a set kept whose server does not say how long it may be. */
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    private final HandClock clock = new HandClock();
    private boolean isTooMuchAsked;
    private final PublishedKeys keys =
            new PublishedKeys(
                    new OutsideCalls(
                            OutsideCallsTest.allowing("localhost"),
                            VERTX,
                            clock,
                            new OutsidePlaces(8, this::limit, Optional::empty),
                            InetAddress::getAllByName,
                            Optional.empty()),
                    clock);

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
        VERTX.close();
    }

    @BeforeEach
    void publish() {
        SERVER.resetAll();
        String set = new JsonWebKeySet(PAIR).toJson(OutputControlLevel.PUBLIC_ONLY);
        SERVER.stubFor(get(anyUrl()).willReturn(okJson(set)));
    }

    @Test
    void a_set_is_fetched_once() throws Exception {
        fitting("cine-club", "/jwks");

        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_publisher_that_names_another_address_has_the_keys_there() throws Exception {
        fitting("cine-club", "/jwks");

        assertThat(fitting("cine-club", "/moved")).hasSize(1);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/moved")));
    }

    @Test
    void of_a_publisher_that_moves_again_and_again_one_set_is_kept() throws Exception {
        fitting("cine-club", "/jwks");
        fitting("cine-club", "/moved");

        fitting("cine-club", "/jwks");

        SERVER.verify(2, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void two_publishers_at_one_address_have_a_set_each() throws Exception {
        fitting("cine-club", "/jwks");
        fitting("film-club", "/moved");

        fitting("cine-club", "/jwks");

        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_set_is_fetched_anew_when_its_time_is_over() throws Exception {
        fitting("cine-club", "/jwks");
        clock.pass(UNTOLD);

        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
        SERVER.verify(2, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_set_is_kept_as_long_as_its_server_says() throws Exception {
        String set = new JsonWebKeySet(PAIR).toJson(OutputControlLevel.PUBLIC_ONLY);
        SERVER.stubFor(
                get(anyUrl()).willReturn(okJson(set).withHeader("Cache-Control", "max-age=600")));
        fitting("cine-club", "/jwks");
        clock.pass(Duration.ofSeconds(599));

        fitting("cine-club", "/jwks");

        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void keys_serve_for_an_hour_while_their_server_is_down() throws Exception {
        fitting("cine-club", "/jwks");
        SERVER.stubFor(get(anyUrl()).willReturn(serverError()));
        clock.pass(UNTOLD);
        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
        clock.pass(Duration.ofMinutes(59));
        assertThat(fitting("cine-club", "/jwks")).hasSize(1);

        clock.pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> fitting("cine-club", "/jwks")).isInstanceOf(IOException.class);
    }

    @Test
    void a_server_that_is_down_is_asked_every_five_seconds() throws Exception {
        fitting("cine-club", "/jwks");
        SERVER.stubFor(get(anyUrl()).willReturn(serverError()));
        clock.pass(UNTOLD);
        fitting("cine-club", "/jwks");
        clock.pass(Duration.ofSeconds(4));
        fitting("cine-club", "/jwks");
        SERVER.verify(2, getRequestedFor(urlEqualTo("/jwks")));

        clock.pass(Duration.ofSeconds(1));
        fitting("cine-club", "/jwks");

        SERVER.verify(3, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void many_at_once_have_it_asked_for_once() throws Exception {
        Callable<List<Key>> caller = () -> fitting("cine-club", "/jwks");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Key>> fitting : callers.invokeAll(Collections.nCopies(50, caller))) {
                assertThat(fitting.get()).hasSize(1);
            }
        }

        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    /** An hour is for when their server is away, and it may be there. */
    @Test
    void keys_whose_time_is_over_are_not_good_longer_since_too_much_is_asked_for()
            throws Exception {
        fitting("cine-club", "/jwks");
        clock.pass(UNTOLD);

        isTooMuchAsked = true;
        assertThatThrownBy(() -> fitting("cine-club", "/jwks")).isInstanceOf(OAuthException.class);

        isTooMuchAsked = false;
        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
    }

    /** Whoever may not ask for more takes no keys from those who may. */
    @Test
    void keys_serve_while_their_server_is_down_though_others_asked_too_much() throws Exception {
        fitting("cine-club", "/jwks");
        clock.pass(UNTOLD);
        isTooMuchAsked = true;
        assertThatThrownBy(() -> fitting("cine-club", "/jwks")).isInstanceOf(OAuthException.class);

        isTooMuchAsked = false;
        SERVER.stubFor(get(anyUrl()).willReturn(serverError()));

        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
    }

    @Test
    void an_unknown_key_is_asked_for_once_a_second() throws Exception {
        fitting("cine-club", "/jwks");
        fitting("cine-club", "/jwks", "another");
        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));

        clock.pass(Duration.ofSeconds(1));
        fitting("cine-club", "/jwks", "another");
        fitting("cine-club", "/jwks", "another");

        SERVER.verify(2, getRequestedFor(urlEqualTo("/jwks")));
    }

    /** Anybody may send a signature that names one. */
    @Test
    void an_unknown_key_takes_no_keys_away_since_too_much_is_asked_for() throws Exception {
        fitting("cine-club", "/jwks");
        clock.pass(Duration.ofSeconds(1)); // until then it would not be asked for
        isTooMuchAsked = true;

        assertThatThrownBy(() -> fitting("cine-club", "/jwks", "another"))
                .isInstanceOf(OAuthException.class);

        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void an_unknown_key_takes_no_keys_away_while_their_server_is_down() throws Exception {
        fitting("cine-club", "/jwks");
        clock.pass(Duration.ofSeconds(1)); // until then it would not be asked for
        SERVER.stubFor(get(anyUrl()).willReturn(serverError()));

        assertThatThrownBy(() -> fitting("cine-club", "/jwks", "another"))
                .isInstanceOf(IOException.class);

        assertThat(fitting("cine-club", "/jwks")).hasSize(1);
    }

    private void limit() {
        if (isTooMuchAsked) {
            throw Reason.TOO_MANY_REQUESTS.refuse("too many");
        }
    }

    private List<Key> fitting(String publisher, String path) throws Exception {
        return fitting(publisher, path, "first");
    }

    private List<Key> fitting(String publisher, String path, String keyId) throws Exception {
        var address = URI.create("http://localhost:%d%s".formatted(SERVER.port(), path));
        return keys.fitting(publisher, address, ForeignJwt.read(signed(keyId)));
    }

    private static String signed(String keyId) throws Exception {
        var jwt = new JsonWebSignature();
        jwt.setKeyIdHeaderValue(keyId);
        jwt.setKey(PAIR.getPrivateKey());
        jwt.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jwt.setPayload("{}");
        return jwt.getCompactSerialization();
    }

    private static RsaJsonWebKey pair() {
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(2048);
            pair.setKeyId("first");
            return pair;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
