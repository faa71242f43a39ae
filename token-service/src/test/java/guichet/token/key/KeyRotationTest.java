package guichet.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
    private final KeyRing ring;
    private final StoredKeys stored;
    private final TestClock clock;

    KeyRotationTest(KeyRing ring, StoredKeys stored, TestClock clock) {
        this.ring = ring;
        this.stored = stored;
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.reset();
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
    void private_keys_are_encrypted_at_rest() {
        byte[] atRest = stored.listAll().getFirst().encryptedPrivateKey;

        assertThat(new String(atRest, StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE")
                .doesNotContain("\"d\"");
        assertThat(atRest.length).isGreaterThan(28);
    }

    private static List<String> kids() {
        return given().get("/jwks").jsonPath().getList("keys.kid");
    }
}
