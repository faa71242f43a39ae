package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import guichet.system.actor.Application;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No log has anything that opens a door. */
@OnStack
class SilenceTest {
    private final Suite stack;

    SilenceTest(Suite stack) {
        this.stack = stack;
    }

    @Test
    void no_secret_code_token_or_password_is_logged() throws IOException {
        List<String> secrets = usedInEveryFlow();

        var logs = new StringBuilder();
        for (Service service : Service.values()) {
            logs.append(Files.readString(stack.stack().log(service)));
        }

        assertThat(logs).isNotEmpty();
        assertThat(secrets).hasSize(10).noneMatch(logs.toString()::contains);
    }

    private List<String> usedInEveryFlow() {
        Application app =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Talkative", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "grant_types": ["authorization_code", "password", "client_credentials", "refresh_token"]}\
                                """);
        var secrets = new ArrayList<String>();
        secrets.add(app.clientSecret().orElseThrow());
        secrets.add("alice-opens-the-door");
        secrets.add("a-wrong-password-of-bob");
        app.usesPassword("bob", "a-wrong-password-of-bob");
        String code =
                stack.person("alice")
                        .authorizes(app.authorizationRequest("movies:read", "s"))
                        .code();
        secrets.add(code);
        var tokens = app.redeems(code);
        secrets.add(tokens.accessToken());
        secrets.add(tokens.refreshToken());
        var refreshed = app.refreshes(tokens.refreshToken());
        secrets.add(refreshed.accessToken());
        secrets.add(refreshed.refreshToken());
        app.redeems(code);
        secrets.add(app.usesItsOwnCredentials().accessToken());
        stack.http().api("GET", "/my-movies", tokens.accessToken() + "tampered");
        var bob = stack.visitor("bob");
        bob.visits(stack.application("/my-films"));
        bob.opens(stack.application("/statistics"));
        secrets.add(stack.stack().environment(Service.MOVIES_APP).get("GUICHET_MOVIES_APP_SECRET"));
        return secrets;
    }
}
