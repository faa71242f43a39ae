package guichet.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rotation by the schedule. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRotationTest {
    private static final int CACHE_MINUTES = 5;

    private final KeyRing ring;
    private final CurrentKeys current;
    private final KeyRotation rotation;
    private final StoredKeys stored;
    private final TestClock clock;
    private final KeysOfTheFirstStart keys;

    KeyRotationTest(
            KeyRing ring,
            CurrentKeys current,
            KeyRotation rotation,
            StoredKeys stored,
            TestClock clock,
            KeysOfTheFirstStart keys) {
        this.ring = ring;
        this.current = current;
        this.rotation = rotation;
        this.stored = stored;
        this.clock = clock;
        this.keys = keys;
    }

    /** Keys of a time to come would leave the other tests without one. */
    @AfterEach
    void now() {
        clock.reset();
        keys.restore();
    }

    @Test
    void the_next_key_is_announced_from_the_start() throws Exception {
        List<String> announced = kids();
        String first = token(Neighbours.client()).getKeyIdHeaderValue();

        clock.pass(Duration.ofDays(30));
        String second = token(Neighbours.client()).getKeyIdHeaderValue();

        assertThat(announced).containsExactly(first, second);
    }

    @Test
    void when_a_key_takes_over_another_one_is_announced() {
        List<String> before = kids();

        clock.pass(Duration.ofDays(30));
        current.rotate();

        assertThat(kids()).containsAll(before).hasSize(before.size() + 1);
    }

    /** Minute by minute: an API whose copy of the set is as old as it may be takes every token. */
    @Test
    void a_set_as_old_as_it_may_be_validates_every_token_while_keys_change() throws Exception {
        String client = Neighbours.client();
        var published = new ArrayDeque<JsonWebKeySet>();
        var signers = new ArrayList<String>();
        clock.pass(Duration.ofDays(30).minusMinutes(20));

        for (int minute = 0; minute < 30; minute++) {
            current.rotate();
            published.add(new JsonWebKeySet(given().get("/jwks").asString()));
            var copy = published.size() > CACHE_MINUTES ? published.remove() : published.peek();
            var token = token(client);
            signers.add(token.getKeyIdHeaderValue());
            assertThat(verifies(token, copy)).isTrue();
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(signers.stream().distinct()).hasSize(2);
        assertThat(Collections.frequency(signers, signers.getFirst())).isBetween(19, 21);
        assertThat(signers.subList(21, 30)).containsOnly(signers.getLast());
    }

    @Test
    void a_key_is_published_until_its_last_token_has_expired_and_then_forgotten() throws Exception {
        String first = token(Neighbours.client()).getKeyIdHeaderValue();
        clock.pass(Duration.ofDays(30));
        current.rotate();

        clock.pass(Duration.ofMinutes(60));
        current.rotate();
        assertThat(kids()).contains(first);

        clock.pass(Duration.ofMinutes(6));
        current.rotate();
        assertThat(kids()).doesNotContain(first).hasSize(2);
    }

    /** What another replica did reaches this one without a rotation of its own. */
    @Test
    void a_key_that_another_replica_announced_is_taken_over() {
        clock.pass(Duration.ofDays(30));
        rotation.keep(
                new KeySchedule(Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofHours(1)));
        assertThat(kids()).hasSize(2);

        current.look();

        assertThat(kids()).hasSize(3);
    }

    @Test
    void a_look_rotates_only_when_it_is_time() {
        List<String> before = kids();

        current.look();
        assertThat(kids()).isEqualTo(before);

        clock.pass(Duration.ofDays(30));
        current.look();
        assertThat(kids()).hasSize(before.size() + 1);
    }

    @Test
    @Tag("RFC9110-13.1.2")
    void who_has_the_latest_set_is_told_so_until_it_changes() {
        String tag = given().get("/jwks").header("ETag");

        given().header("If-None-Match", tag).get("/jwks").then().statusCode(304);
        given().header("If-None-Match", "\"other\", W/" + tag)
                .get("/jwks")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Vary", "Accept")
                .header("Cache-Control", startsWith("public"));

        clock.pass(Duration.ofDays(30));
        current.rotate();
        given().header("If-None-Match", tag).get("/jwks").then().statusCode(200);
    }

    /** As a database is found that knew ES256 only. */
    @Test
    void an_added_algorithm_is_announced_before_it_signs() {
        QuarkusTransaction.requiringNew().run(() -> stored.delete("algorithm <> 'ES256'"));
        current.rotate();
        assertThat(given().get("/jwks").jsonPath().getList("keys.alg")).contains("RS256");

        assertThat(ring.sign(new JwtClaims(), "JWT", "ES256")).isNotEmpty();
        assertThatThrownBy(() -> ring.sign(new JwtClaims(), "JWT", "RS256"))
                .isInstanceOf(OAuthException.class);

        clock.pass(Duration.ofMinutes(10).plusSeconds(10));
        assertThat(ring.sign(new JwtClaims(), "JWT", "RS256")).isNotEmpty();
    }

    private static JsonWebSignature token(String client) throws JoseException {
        String token =
                TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"))
                        .statusCode(200)
                        .extract()
                        .path("access_token");
        var signed = new JsonWebSignature();
        signed.setCompactSerialization(token);
        return signed;
    }

    private static boolean verifies(JsonWebSignature token, JsonWebKeySet keys)
            throws JoseException {
        token.setKey(
                keys.findJsonWebKey(token.getKeyIdHeaderValue(), "EC", "sig", "ES256").getKey());
        return token.verifySignature();
    }

    /** Those of ES256, in the order in which they sign. */
    private static List<String> kids() {
        return given().get("/jwks").jsonPath().getList("keys.findAll { it.alg == 'ES256' }.kid");
    }
}
