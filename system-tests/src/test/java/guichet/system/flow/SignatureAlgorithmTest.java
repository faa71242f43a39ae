package guichet.system.flow;

import static guichet.local.stack.Service.MOVIES;
import static guichet.local.stack.Service.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import guichet.local.terminal.FreePorts;
import guichet.system.actor.Application;
import guichet.system.actor.Http;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.Replica;
import guichet.system.stack.RunningStack.Suite;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An API chooses by which algorithm its tokens are signed. */
@DisturbsStack
@Tag("RFC7518-3.1")
class SignatureAlgorithmTest {
    private final Suite stack;
    private Replica api;
    private Application application;

    SignatureAlgorithmTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void an_api_that_takes_other_algorithms() throws Exception {
        var settings = new HashMap<>(stack.stack().environment(MOVIES));
        settings.put("GUICHET_RESOURCE_ALGORITHMS", "RS256,PS256,EdDSA");
        var ports = FreePorts.find(2);
        api = Replica.start(MOVIES, settings, ports.get(0), ports.get(1)).awaitReady();
        application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Statistics", "grant_types": ["client_credentials"]}\
                                """);
    }

    @AfterEach
    void as_it_was() throws Exception {
        tokenBy("ES256");
        api.close();
    }

    @Test
    @Timeout(90)
    void tokens_by_each_of_them_open_the_api_that_takes_them_and_no_other() throws Exception {
        var other = new Http(stack.issuer(), api.address());
        for (String algorithm : new String[] {"RS256", "PS256", "EdDSA"}) {
            String token = tokenBy(algorithm);

            awaitGood(other, token);
            var refusal = stack.http().api("GET", "/stats_movies", token);
            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.errorDescription()).contains("algorithm");
        }
    }

    /** Chooses, and waits until token-service has heard of it. */
    private String tokenBy(String algorithm) throws SQLException, ParseException {
        choose(algorithm);
        String token = application.usesItsOwnCredentials().accessToken();
        while (!SignedJWT.parse(token).getHeader().getAlgorithm().getName().equals(algorithm)) {
            pause();
            token = application.usesItsOwnCredentials().accessToken();
        }
        return token;
    }

    /** An API asks for a key that it does not know five seconds after it last asked for keys. */
    private static void awaitGood(Http api, String token) throws Exception {
        while (api.api("GET", "/stats_movies", token).status() != 200) {
            pause();
        }
    }

    private void choose(String algorithm) throws SQLException {
        Map<String, String> registry = stack.stack().environment(REGISTRY);
        try (var database =
                        DriverManager.getConnection(
                                registry.get("GUICHET_DATABASE_URL"),
                                registry.get("GUICHET_DATABASE_USERNAME"),
                                registry.get("GUICHET_DATABASE_PASSWORD"));
                var update =
                        database.prepareStatement(
                                "update resource set signing_algorithm = ? where name = 'movies'")) {
            update.setString(1, algorithm);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
