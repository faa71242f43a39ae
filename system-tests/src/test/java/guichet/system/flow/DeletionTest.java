package guichet.system.flow;

import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deleted application can do nothing more anywhere, within seconds. */
@DisturbsStack
@Tag("RFC7592-2.3")
@Timeout(90)
class DeletionTest {
    private final Suite stack;
    private Application console;

    DeletionTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void an_application() {
        console =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Console",
                                 "grant_types": ["password", "client_credentials", "refresh_token"]}\
                                """);
    }

    @Test
    void its_tokens_and_its_credentials_end() throws Exception {
        var tokens = console.usesPassword("bob", "bob-opens-the-door");
        String own = console.usesItsOwnCredentials().accessToken();
        assertThat(stack.http().api("GET", "/my-movies", tokens.accessToken()).status())
                .isEqualTo(200);

        assertThat(console.deletesItself().status()).isEqualTo(204);

        untilRefused("/my-movies", tokens.accessToken());
        untilRefused("/stats_movies", own);
        assertThat(console.refreshes(tokens.refreshToken()).status()).isIn(400, 401);
        assertThat(console.usesItsOwnCredentials().error()).isEqualTo("invalid_client");
    }

    @Test
    void a_deletion_while_token_service_is_away_is_told_later() throws Exception {
        String own = console.usesItsOwnCredentials().accessToken();
        stack.stop(TOKEN);
        try {
            assertThat(console.deletesItself().status()).isEqualTo(204);
        } finally {
            stack.start(TOKEN);
        }

        untilRefused("/stats_movies", own);
    }

    private void untilRefused(String path, String token) throws InterruptedException {
        while (stack.http().api("GET", path, token).status() != 401) {
            Thread.sleep(100);
        }
    }
}
