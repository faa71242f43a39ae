package guichet.system.fault;

import static guichet.local.stack.Service.AUTHORIZATION;
import static guichet.local.stack.Service.REGISTRY;
import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import guichet.local.stack.Service;
import guichet.local.terminal.Pause;
import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.stack.RunningStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything was lost, and the backup of an hour ago is there: {@code docs/backup.md}. The backup
 * is a copy of the server's folder at one moment, as storage makes them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(600)
class RestoreFault {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<Service> SERVICES = List.of(REGISTRY, AUTHORIZATION, TOKEN);
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(4);

    @TempDir private Path folder;

    private final Instant restoredAt = Instant.now();

    private Suite stack;
    private Postgres postgres;
    private Application application;

    @BeforeEach
    void start() throws IOException {
        stack = RunningStack.start(ROOT, folder.resolve("data"));
        postgres = Postgres.of(stack.stack());
        application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Kept", "grant_types": ["password", "refresh_token"]}\
                                """);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void nothing_that_was_ended_lives_again_and_no_place_is_given_twice() throws Exception {
        Answer kept = signIn();
        Answer ended = signIn();
        backUp();
        application.revokes(ended.accessToken());
        Answer lost = signIn();

        restore();

        Pause.of(UNTIL_SEEN);
        for (Answer before : List.of(kept, ended, lost)) {
            assertThat(api(before)).isEqualTo(401);
            assertThat(application.refreshes(before.refreshToken()).status()).isEqualTo(400);
        }
        Answer after = signIn();
        assertThat(api(after)).isEqualTo(200);
        assertThat(place(after)).isNotEqualTo(place(lost));

        startAgain(TOKEN);
        assertThat(application.refreshes(after.refreshToken()).status()).isEqualTo(200);
    }

    private Answer signIn() {
        Answer answer = application.usesPassword("bob", "bob-opens-the-door");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private int api(Answer tokens) {
        return stack.http().api("GET", "/my-movies", tokens.accessToken()).status();
    }

    private static Object place(Answer tokens) throws ParseException {
        return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getClaim("status");
    }

    private void backUp() throws IOException, InterruptedException {
        postgres.crash();
        copy(server(), backup());
        postgres.start();
        Pause.of(Trial.RECOVERY);
    }

    private void restore() throws IOException, InterruptedException {
        SERVICES.forEach(stack.stack()::stop);
        postgres.crash();
        Command.run(folder, List.of("rm", "-r", server().toString()));
        copy(backup(), server());
        postgres.start();
        SERVICES.forEach(this::startRestored);
    }

    private void startAgain(Service service) {
        stack.stack().stop(service);
        startRestored(service);
    }

    private void startRestored(Service service) {
        stack.stack()
                .start(
                        service,
                        ROOT,
                        Map.of("GUICHET_DATABASE_RESTORED_AT", restoredAt.toString()));
    }

    private Path server() {
        return folder.resolve("data/postgres");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private void copy(Path from, Path to) throws IOException, InterruptedException {
        Command.run(folder, List.of("cp", "-a", from.toString(), to.toString()));
    }
}
