package guichet.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the suite has confirmed to applications, looked for when a fault is over. */
final class Ledger {
    private final Queue<Application> registered = new ConcurrentLinkedQueue<>();
    private final Map<Application, String> refreshTokens = new ConcurrentHashMap<>();
    private final Queue<Revoked> revoked = new ConcurrentLinkedQueue<>();

    void registered(Application application) {
        registered.add(application);
    }

    /** The token that was handed out last: only this one, or its repetition, can be good. */
    void holds(Application application, String refreshToken) {
        refreshTokens.put(application, refreshToken);
    }

    void revoked(Application application, String accessToken) {
        revoked.add(new Revoked(application, accessToken));
    }

    /** All of it is there. */
    void verify() {
        assertThat(registered).allSatisfy(it -> assertIs(200, it.readsItself()));
        assertThat(refreshTokens)
                .allSatisfy((application, token) -> assertIs(200, application.refreshes(token)));
        assertThat(revoked).allSatisfy(Revoked::verify);
        System.out.printf(
                "ledger: %d registrations, %d grants, %d revocations, none lost%n",
                registered.size(), refreshTokens.size(), revoked.size());
    }

    /** That there is something to lose. */
    void requireEntries() {
        assertThat(registered).hasSizeGreaterThan(5);
        assertThat(refreshTokens).hasSizeGreaterThan(5);
        assertThat(revoked).hasSizeGreaterThan(5);
    }

    private static void assertIs(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }

    private record Revoked(Application application, String accessToken) {
        void verify() {
            Answer answer = application.introspects(accessToken);
            assertThat(answer.body().path("active").asBoolean(true))
                    .as(answer.body().toString())
                    .isFalse();
        }
    }
}
