package guichet.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRotationTest {
    private static final int CACHE_MINUTES = 5;

    private final KeyRing ring;
    private final StoredKeys stored;
    private final TestClock clock;

    KeyRotationTest(KeyRing ring, StoredKeys stored, TestClock clock) {
        this.ring = ring;
        this.stored = stored;
        this.clock = clock;
    }

    /** Keys of a time to come would leave the other tests without one. */
    @AfterEach
    void now() {
        clock.reset();
        QuarkusTransaction.requiringNew().run(stored::deleteAll);
        ring.refresh();
    }

    @Test
    @Tag("RFC7517-5")
    void the_set_shows_public_members_only_and_may_be_cached() {
        var answer = given().get("/jwks").then().statusCode(200).extract();

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.contentType()).startsWith("application/jwk-set+json");
        assertThat(answer.asString()).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void a_month_later_a_new_key_is_announced_first() {
        List<String> before = kids();

        clock.pass(Duration.ofDays(30));
        ring.refresh();

        assertThat(kids()).containsAll(before).hasSize(before.size() + 1);
    }

    @Test
    void a_validator_may_ask_for_plain_json() {
        given().accept("application/json").get("/jwks").then().statusCode(200);
    }

    /** Minute by minute: an API whose copy of the set is as old as it may be takes every token. */
    @Test
    void a_set_as_old_as_it_may_be_validates_every_token_while_keys_change() throws Exception {
        String client = Neighbours.client();
        var published = new ArrayDeque<JsonWebKeySet>();
        var signers = new ArrayList<String>();
        clock.pass(Duration.ofDays(30).minusMinutes(20));

        for (int minute = 0; minute < 30; minute++) {
            ring.refresh();
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
        ring.refresh();

        clock.pass(Duration.ofMinutes(11 + 60));
        ring.refresh();
        assertThat(kids()).contains(first);

        clock.pass(Duration.ofMinutes(6));
        ring.refresh();
        assertThat(kids()).doesNotContain(first).hasSize(1);
    }

    @Test
    void private_keys_are_encrypted_at_rest() {
        byte[] atRest = stored.listAll().getFirst().encryptedPrivateKey;

        assertThat(new String(atRest, StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE")
                .doesNotContain("\"d\"");
        assertThat(atRest.length).isGreaterThan(28);
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

    private static List<String> kids() {
        return given().get("/jwks").jsonPath().getList("keys.kid");
    }
}
