package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.registryclient.Resource.ResourceScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8707-2")
class TargetTest {
    private static final String MOVIES = "https://movies.example";
    private static final String SEATS = "https://seats.example";
    private static final String LOFT = "https://loft.example";

    /** When the loft came on offer. */
    private static final Instant CAME = Instant.parse("2020-01-02T00:00:00Z");

    private static final ResourceCatalogue CATALOGUE =
            new ResourceCatalogue(
                    List.of(api(MOVIES, "movies:read"), api(SEATS, "seats:read", "seats:book")));

    @Test
    void the_audience_is_what_was_asked_for() {
        var target = target(Scope.of("movies:read", "seats:read"), SEATS);

        assertThat(target.audience()).containsExactly(SEATS);
    }

    @Test
    void the_scope_is_cut_to_what_belongs_there_or_to_no_api() {
        var target = target(Scope.of("openid", "movies:read", "seats:read"), SEATS);

        assertThat(target.scope()).isEqualTo(Scope.of("openid", "seats:read"));
    }

    @Test
    void several_may_be_asked_for() {
        var target = target(Scope.of("movies:read", "seats:read"), SEATS, MOVIES);

        assertThat(target.audience()).containsExactly(SEATS, MOVIES);
        assertThat(target.scope()).isEqualTo(Scope.of("movies:read", "seats:read"));
    }

    @Test
    void without_a_resource_the_one_that_the_scope_belongs_to_is_meant() {
        assertThat(target(Scope.of("seats:read")).audience()).containsExactly(SEATS);
    }

    @Test
    void scopes_of_several_are_not_cut_down_to_those_of_one() {
        assertThatThrownBy(() -> target(Scope.of("seats:read", "movies:read")))
                .hasMessageContaining("invalid_target")
                .hasMessageContaining(SEATS)
                .hasMessageContaining(MOVIES);
    }

    @Test
    void scopes_of_no_api_have_no_audience() {
        assertThat(target(Scope.of("openid", "email")).audience()).isEmpty();
    }

    @Test
    void a_resource_that_is_not_on_offer_is_an_invalid_target() {
        assertRefused(() -> target(Scope.of("movies:read"), "https://elsewhere.example"));
        assertRefused(() -> target(Scope.of("movies:read"), MOVIES + "/films"));
        assertRefused(() -> target(Scope.of("movies:read"), "http://movies.example"));
        assertRefused(() -> target(Scope.of("movies:read"), "movies.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://movies.example/",
                "https://movies.example:443",
                "HTTPS://Movies.Example:443/"
            })
    @Tag("RFC3986-6.2.3")
    void an_equivalent_address_means_the_api_as_it_is_registered(String asked) {
        assertThat(target(Scope.of("movies:read"), asked, MOVIES).audience())
                .containsExactly(MOVIES);
    }

    @Test
    void a_resource_to_which_no_scope_belongs_is_an_invalid_target() {
        assertRefused(() -> target(Scope.of("movies:read"), SEATS));
    }

    @Test
    @Tag("RFC8707-2.2")
    void no_more_can_be_had_than_the_authorization_request_named() {
        assertRefused(() -> Target.within(List.of(MOVIES), List.of(SEATS)));
        assertThat(Target.within(List.of(MOVIES, SEATS), List.of(SEATS))).containsExactly(SEATS);
        assertThat(Target.within(List.of(MOVIES), List.of())).containsExactly(MOVIES);
        assertThat(Target.within(List.of(), List.of(SEATS))).containsExactly(SEATS);
    }

    @Test
    void what_belongs_to_no_api_is_the_issuers_or_nobodys() {
        assertThat(target(Scope.of("openid", "gone:read")).scope()).isEqualTo(Scope.of("openid"));
        assertThat(target(Scope.of("seats:read", "gone:read")).scope())
                .isEqualTo(Scope.of("seats:read"));
    }

    @Test
    @Tag("RFC6749-3.3")
    void a_grant_yields_what_has_been_on_offer_ever_since_it_was_made() {
        var granted = Scope.of("openid", "movies:read", "loft:read", "gone:read");

        assertThat(ofGrant(granted, CAME.plusSeconds(1), MOVIES).scope())
                .isEqualTo(Scope.of("openid", "movies:read"));
        assertThat(ofGrant(granted, CAME, LOFT).scope()).isEqualTo(Scope.of("openid", "loft:read"));
        var before = ofGrant(granted, CAME.minusSeconds(1));
        assertThat(before.audience()).containsExactly(MOVIES);
        assertThat(before.scope()).isEqualTo(Scope.of("openid", "movies:read"));
    }

    @Test
    @Tag("RFC8707-2.2")
    void a_grant_of_what_came_later_is_not_for_its_api() {
        assertRefused(() -> ofGrant(Scope.of("openid", "loft:read"), Instant.EPOCH, LOFT));
    }

    @Test
    @Tag("RFC6749-5.2")
    void a_grant_of_which_nothing_is_left_yields_nothing() {
        assertThatThrownBy(() -> ofGrant(Scope.of("loft:read", "gone:read"), Instant.EPOCH))
                .hasMessageContaining("invalid_scope")
                .hasMessageContaining("ask the person again");
    }

    private static Target ofGrant(Scope granted, Instant at, String... asked) {
        List<Resource> resources =
                Stream.concat(
                                CATALOGUE.resources().stream(),
                                Stream.of(
                                        Resource.of(
                                                LOFT,
                                                "Loft",
                                                "ES256",
                                                List.of(
                                                        new ResourceScope(
                                                                "loft:read",
                                                                "Look",
                                                                Map.of(),
                                                                Set.of(Actor.PERSON),
                                                                false,
                                                                Optional.of(CAME))))))
                        .toList();
        return Target.ofGrant(
                new ResourceCatalogue(resources), granted, at, List.of(), List.of(asked));
    }

    private static Target target(Scope granted, String... asked) {
        return Target.of(CATALOGUE, granted, List.of(asked));
    }

    private static void assertRefused(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        OAuthException.class,
                        refusal ->
                                assertThat(refusal.error().code().value())
                                        .isEqualTo("invalid_target"));
    }

    private static Resource api(String identifier, String... scopes) {
        return Resource.of(
                identifier,
                identifier,
                "ES256",
                List.of(scopes).stream()
                        .map(name -> new ResourceScope(name, name, Set.of(Actor.PERSON)))
                        .toList());
    }
}
