package guichet.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The flows that need no browser: password, client credentials, refresh. */
@OnStack
class DirectFlowsTest {
    private final Suite stack;
    private Application console;

    DirectFlowsTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void an_application_that_may_use_them_all() {
        console =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Console",
                                 "grant_types": ["password", "client_credentials", "refresh_token"]}\
                                """);
    }

    @Test
    @Tag("RFC6749-4.3")
    void with_the_password_it_acts_as_the_person() {
        var tokens = console.usesPassword("bob", "bob-opens-the-door");

        var list = stack.http().api("GET", "/my-movies", tokens.accessToken());

        assertThat(list.status()).isEqualTo(200);
    }

    @Test
    @Tag("RFC6749-4.3")
    void a_public_application_may_use_the_password_with_three_parameters() {
        var slides =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Slides", "grant_types": ["password"],
                                 "token_endpoint_auth_method": "none"}\
                                """);

        var tokens = slides.usesPassword("bob", "bob-opens-the-door");

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.body().has("refresh_token")).isFalse();
    }

    @Test
    void an_application_not_registered_for_the_password_may_not_use_it() {
        var browserOnly =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Web", "redirect_uris": ["https://web.example/cb"]}\
                                """);

        var answer = browserOnly.usesPassword("bob", "bob-opens-the-door");

        assertThat(answer.error()).isEqualTo("unauthorized_client");
    }

    @Test
    void nothing_tells_an_unknown_person_from_a_wrong_password() {
        var wrong = console.usesPassword("bob", "not-it");
        var unknown = console.usesPassword("nobody-of-that-name", "not-it");

        assertThat(wrong.error()).isEqualTo("invalid_grant");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void nothing_tells_an_unknown_client_from_a_wrong_secret() {
        var wrong = clientCredentials(console.clientId(), "wrong");
        var unknown = clientCredentials("nobody", "wrong");

        var first = stack.http().postForm("/token", wrong);
        var second = stack.http().postForm("/token", unknown);

        assertThat(first.status()).isEqualTo(401);
        assertThat(first.error()).isEqualTo("invalid_client");
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    @Tag("RFC6749-4.4")
    void with_its_own_credentials_it_acts_as_itself() {
        var tokens = console.usesItsOwnCredentials();

        var statistics = stack.http().api("GET", "/stats_movies", tokens.accessToken());
        var list = stack.http().api("GET", "/my-movies", tokens.accessToken());

        assertThat(statistics.status()).isEqualTo(200);
        assertThat(tokens.body().has("refresh_token")).isFalse();
        assertThat(list.status()).isEqualTo(403);
        assertThat(list.header("WWW-Authenticate"))
                .contains("insufficient_scope")
                .contains("scope=\"movies:read\"");
    }

    @Test
    @Tag("RFC6749-6")
    void a_refresh_token_yields_the_next_access_token() {
        var first = console.usesPassword("bob", "bob-opens-the-door");

        var second = console.refreshes(first.refreshToken());

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(stack.http().api("GET", "/my-movies", second.accessToken()).status())
                .isEqualTo(200);
    }

    @Test
    void credentials_in_the_address_are_refused_with_the_reason() {
        var answer = stack.http().postForm("/token?client_id=x", Map.of("grant_type", "password"));

        assertThat(answer.error()).isEqualTo("invalid_request");
        assertThat(answer.errorDescription()).contains("log");
    }

    private static Map<String, String> clientCredentials(String clientId, String secret) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret);
    }
}
