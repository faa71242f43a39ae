package guichet.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.actor.Person;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnStack
class AuthorizationCodeFlowTest {
    private final Suite stack;
    private Application cineClub;
    private Person alice;

    AuthorizationCodeFlowTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void an_application_and_a_person() {
        cineClub =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Ciné Club", "client_uri": "https://cine.example",
                                 "description": "Evenings in good company",
                                 "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "grant_types": ["authorization_code", "refresh_token"],
                                 "scope": "movies:read movies:write"}\
                                """);
        alice = stack.person("alice");
    }

    @Test
    @Tag("RFC6749-4.1")
    void the_application_acts_as_the_person_who_approved() {
        var redirect =
                alice.authorizes(cineClub.authorizationRequest("movies:read movies:write", "s1"));
        var tokens = cineClub.redeems(redirect.code());

        var put = stack.http().api("PUT", "/my-movies/la-haine-1995", tokens.accessToken());
        var list = stack.http().api("GET", "/my-movies", tokens.accessToken());

        assertThat(put.status()).isBetween(200, 204);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().toString()).contains("la-haine-1995");
    }

    @Test
    @Tag("RFC6749-5.1")
    void the_answer_has_what_the_slides_show_and_is_not_stored() {
        var redirect = alice.authorizes(cineClub.authorizationRequest("movies:read", "s1"));

        var answer = cineClub.redeems(redirect.code());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(answer.body().get("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.text("scope")).isEqualTo("movies:read");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @Tag("RFC9207-2")
    void state_and_issuer_come_back_with_the_code() {
        var redirect = alice.authorizes(cineClub.authorizationRequest("movies:read", "a b&c=é"));

        assertThat(redirect.address().toString()).startsWith(Application.REDIRECT_URI);
        assertThat(redirect.get("state")).isEqualTo("a b&c=é");
        assertThat(redirect.get("iss")).isEqualTo(stack.issuer().toString());
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void who_refuses_is_sent_back_with_access_denied() {
        var redirect = alice.refuses(cineClub.authorizationRequest("movies:read", "s1"));

        assertThat(redirect.get("error")).isEqualTo("access_denied");
        assertThat(redirect.get("state")).isEqualTo("s1");
        assertThat(redirect.get("iss")).isEqualTo(stack.issuer().toString());
    }

    @Test
    void what_was_approved_once_is_not_asked_again() {
        alice.authorizes(cineClub.authorizationRequest("movies:read", "s1"));

        var page = alice.opens(cineClub.authorizationRequest("movies:read", "s2"));

        assertThat(page.address().toString()).startsWith(Application.REDIRECT_URI + "?");
    }

    @Test
    @Tag("RFC6749-4.1.2")
    void a_code_used_twice_ends_what_it_gave() {
        var code = alice.authorizes(cineClub.authorizationRequest("movies:read", "s1")).code();
        var first = cineClub.redeems(code);

        var second = cineClub.redeems(code);
        var refreshed = cineClub.refreshes(first.refreshToken());

        assertThat(second.error()).isEqualTo("invalid_grant");
        assertThat(refreshed.error()).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("RFC7636-4.6")
    void a_code_without_its_verifier_is_worth_nothing() {
        var code = alice.authorizes(cineClub.authorizationRequest("movies:read", "s1")).code();

        var answer =
                cineClub.token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                Application.REDIRECT_URI));

        assertThat(answer.error()).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("RFC6749-4.1.3")
    void another_applications_code_is_refused_and_stays_good() {
        var code = alice.authorizes(cineClub.authorizationRequest("movies:read", "s1")).code();
        var thief =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Thief", "redirect_uris": ["http://127.0.0.1:9999/cb"]}\
                                """);

        var stolen = thief.redeems(code);
        var own = cineClub.redeems(code);

        assertThat(stolen.error()).isEqualTo("invalid_grant");
        assertThat(own.status()).isEqualTo(200);
    }
}
