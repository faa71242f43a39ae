package guichet.authorization.person;

import static guichet.kit.internal.InternalCalls.internally;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallDeployment.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyPasswordsTest {
    @Inject Passwords passwords;

    @Test
    void a_known_and_an_unknown_person_wait_for_the_same_hash_and_are_told_the_same() {
        var over = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> (Runnable) () -> hashUntil(over))
                    .limit(4)
                    .forEach(others::submit);
            try {
                String known = refusedFor("alice");
                String unknown = refusedFor("nobody-here");

                assertThat(known).contains("/errors/service-busy").isEqualTo(unknown);
            } finally {
                over.set(true);
            }
        }
    }

    private void hashUntil(AtomicBoolean over) {
        while (!over.get()) {
            try {
                passwords.hash("busy");
            } catch (OAuthException _) {
                // another one is at it
            }
        }
    }

    /** The refusal; now and then an attempt gets its turn. */
    private static String refusedFor(String username) {
        return Stream.generate(() -> tries(username))
                .limit(4)
                .filter(answer -> answer.statusCode() == 503)
                .findFirst()
                .orElseThrow()
                .asString();
    }

    private static Response tries(String username) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "username": "%s", "password": "wrong", "scope": "movies:read", "resources": []}\
                        """
                                .formatted(RegistryNeighbour.client(), username))
                .post("/internal/password-grants");
    }
}
