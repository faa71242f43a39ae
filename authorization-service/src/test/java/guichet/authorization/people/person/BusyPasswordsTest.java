package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;

@QuarkusTest
@TestProfile(SmallDeployment.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyPasswordsTest {
    @Inject Passwords passwords;

    @ParameterizedTest
    @GoldenSource("password-grants-busy")
    void a_known_and_an_unknown_person_wait_for_the_same_hash_and_are_told_the_same(Golden golden) {
        var over = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> (Runnable) () -> hashUntil(over))
                    .limit(4)
                    .forEach(others::submit);
            try {
                String known = refusedFor(golden, "alice");
                String unknown = refusedFor(golden, "nobody-here");

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
    private static String refusedFor(Golden golden, String username) {
        Golden attempt =
                golden.with("request.username", username)
                        .with("request.client_id", RegistryNeighbour.client())
                        .with("request.password", "wrong");
        return Stream.generate(() -> Callee.call(attempt))
                .limit(4)
                .filter(answer -> answer.statusCode() == golden.status())
                .filter(answer ->
                        golden.headers().keySet().stream()
                                .allMatch(answer.headers()::hasHeaderWithName))
                .findFirst()
                .orElseThrow()
                .asString();
    }
}
