package guichet.system.rule;

import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.LiveStack.State;
import guichet.system.actor.Application;
import guichet.system.fault.Supervised;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a stack one of whose services ends, or is stopped at another terminal. */
@DisturbsStack
@Timeout(120)
class SupervisionTest {
    private final Suite stack;
    private Supervised supervised;

    SupervisionTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void supervise() {
        supervised = new Supervised(stack.stack());
    }

    @AfterEach
    void superviseNoMore() {
        supervised.close();
    }

    @Test
    void a_service_that_died_comes_back_and_the_API_answers_meanwhile()
            throws InterruptedException {
        Application console = console();
        String token = console.usesItsOwnCredentials().accessToken();

        stack.stack().kill(TOKEN);

        do {
            assertThat(stack.http().api("GET", "/stats_movies", token).status()).isEqualTo(200);
            Thread.sleep(100);
        } while (supervised.state(TOKEN) != State.READY);
        assertThat(console.usesItsOwnCredentials().status()).isEqualTo(200);
    }

    @Test
    void a_service_that_is_stopped_stays_so_until_it_is_started() throws InterruptedException {
        Application console = console();
        String token = console.usesItsOwnCredentials().accessToken();

        supervised.terminal().stop(TOKEN);
        Thread.sleep(2_000); // twice as long as one that died waits

        assertThat(supervised.state(TOKEN)).isEqualTo(State.STOPPED);
        assertThat(stack.http().api("GET", "/stats_movies", token).status()).isEqualTo(200);
        supervised.terminal().start(TOKEN);
        assertThat(supervised.state(TOKEN)).isEqualTo(State.READY);
        assertThat(console.usesItsOwnCredentials().status()).isEqualTo(200);
    }

    private Application console() {
        return stack.http()
                .registers(
                        """
                        {"client_name": "Console", "grant_types": ["client_credentials"]}\
                        """);
    }
}
