package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/register, REGISTRY",
        "/register/4711, REGISTRY",
        "/logos/4711, REGISTRY",
        "/auth, AUTHORIZATION",
        "/login, AUTHORIZATION",
        "/consent, AUTHORIZATION",
        "/logout, AUTHORIZATION",
        "/account/sessions, AUTHORIZATION",
        "/signup, AUTHORIZATION",
        "/password-reset/new, AUTHORIZATION",
        "/email-verification, AUTHORIZATION",
        "/language, AUTHORIZATION",
        "/assets/guichet.css, AUTHORIZATION",
        "/token, TOKEN",
        "/introspect, TOKEN",
        "/revoke, TOKEN",
        "/userinfo, TOKEN",
        "/jwks, TOKEN",
        "/.well-known/oauth-authorization-server, TOKEN",
        "/.well-known/change-password, AUTHORIZATION",
        "/status-lists/7, TOKEN",
        "/admin/keys/4711, TOKEN",
        "/admin/people, AUTHORIZATION",
        "/admin/initial-access-tokens, REGISTRY",
        "/admin/resources/seats, REGISTRY",
        "/admin/applications/kiosk, REGISTRY"
    })
    void a_path_belongs_to_one_service(String path, Route expected) {
        var route = Route.of(path);

        assertThat(route).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/admin",
                "/admin/everything",
                "/tokens",
                "/authorize",
                "/q/health",
                "/my-movies",
                "/caf%C3%A9",
                "/internals"
            })
    void any_other_path_belongs_to_the_service_whose_pages_say_so(String path) {
        var route = Route.of(path);

        assertThat(route).hasValue(Route.AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/resources",
                "/Internal/resources",
                "/%69nternal/resources",
                "/internal%0A",
                "/internal/%zz"
            })
    void what_is_internal_is_nobodys_however_it_is_written(String path) {
        var route = Route.of(path);

        assertThat(route).isEmpty();
    }
}
