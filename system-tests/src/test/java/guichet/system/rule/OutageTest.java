package guichet.system.rule;

import static guichet.local.stack.Service.AUTHORIZATION;
import static guichet.local.stack.Service.REGISTRY;
import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import guichet.system.actor.Application;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on while parts of the suite are away. */
@DisturbsStack
class OutageTest {
    private final Suite stack;
    private Application console;

    OutageTest(Suite stack) {
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
    void the_api_answers_with_the_other_three_stopped() {
        String token = console.usesPassword("bob", "bob-opens-the-door").accessToken();

        without(
                List.of(TOKEN, AUTHORIZATION, REGISTRY),
                () -> {
                    assertThat(stack.http().api("GET", "/my-movies", token).status())
                            .isEqualTo(200);
                    assertThat(stack.http().api("GET", "/my-movies").status()).isEqualTo(401);
                });
    }

    @Test
    void without_authorization_an_application_still_acts_as_itself() {
        console.usesItsOwnCredentials();

        without(
                List.of(AUTHORIZATION),
                () -> {
                    assertThat(console.usesItsOwnCredentials().status()).isEqualTo(200);
                    assertThat(console.usesPassword("bob", "bob-opens-the-door").error())
                            .isEqualTo("temporarily_unavailable");
                });
    }

    @Test
    void without_the_registry_known_applications_are_still_served() {
        console.usesItsOwnCredentials();

        without(
                List.of(REGISTRY),
                () -> assertThat(console.usesItsOwnCredentials().status()).isEqualTo(200));
    }

    private void without(List<Service> services, Runnable then) {
        services.forEach(stack::stop);
        try {
            then.run();
        } finally {
            services.reversed().forEach(stack::start);
        }
    }
}
