package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.registryclient.Resource.ResourceScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceCatalogueTest {
    private static final ResourceCatalogue CATALOGUE =
            new ResourceCatalogue(
                    List.of(
                            Resource.of(
                                    "https://movies.example",
                                    "Movies",
                                    "ES256",
                                    List.of(
                                            scope("movies:read", Actor.PERSON),
                                            scope("stats:read", Actor.APPLICATION))),
                            Resource.of(
                                    "https://seats.example",
                                    "Seats",
                                    "EdDSA",
                                    List.of(
                                            scope(
                                                    "seats:read",
                                                    Actor.PERSON,
                                                    Actor.APPLICATION)))));

    @Test
    void every_scope_of_every_api_is_on_offer() {
        assertThat(CATALOGUE.apiScope())
                .isEqualTo(Scope.of("movies:read", "stats:read", "seats:read"));
    }

    @Test
    @Tag("OIDCC-5.4")
    void those_of_openid_connect_are_on_offer_too_for_people_and_at_no_api() {
        var openId = Scope.of("openid", "profile", "email", "address", "phone", "offline_access");

        assertThat(CATALOGUE.scope()).isEqualTo(CATALOGUE.apiScope().and(openId.tokens()));
        assertThat(CATALOGUE.grantable(openId, Actor.PERSON)).isEqualTo(openId);
        assertThat(CATALOGUE.grantable(openId, Actor.APPLICATION)).isEqualTo(Scope.NONE);
        assertThat(CATALOGUE.audienceOf(openId)).isEmpty();
    }

    @Test
    void an_actor_is_granted_what_exists_and_is_meant_for_it() {
        var asked = Scope.of("movies:read", "stats:read", "seats:read", "movies:fly");

        assertThat(CATALOGUE.grantable(asked, Actor.PERSON))
                .isEqualTo(Scope.of("movies:read", "seats:read"));
        assertThat(CATALOGUE.grantable(asked, Actor.APPLICATION))
                .isEqualTo(Scope.of("stats:read", "seats:read"));
    }

    @Test
    void a_scope_is_found_with_its_words_for_people() {
        assertThat(CATALOGUE.find("seats:read"))
                .hasValueSatisfying(it -> assertThat(it.description()).isEqualTo("seats:read?"));
    }

    @Test
    void what_is_not_on_offer_is_not_found() {
        assertThat(CATALOGUE.find("movies:fly")).isEmpty();
    }

    @Test
    @Tag("RFC8707-2")
    void the_audience_names_each_api_that_a_scope_belongs_to() {
        assertThat(CATALOGUE.audienceOf(Scope.of("seats:read", "movies:read", "stats:read")))
                .containsExactly("https://movies.example", "https://seats.example");
        assertThat(CATALOGUE.audienceOf(Scope.of("seats:read")))
                .containsExactly("https://seats.example");
    }

    @Test
    void no_scope_has_no_audience() {
        assertThat(CATALOGUE.audienceOf(Scope.NONE)).isEmpty();
    }

    @Test
    void tokens_for_an_api_are_signed_by_its_algorithm() {
        assertThat(CATALOGUE.signingAlgorithm(Set.of("https://movies.example"))).contains("ES256");
        assertThat(CATALOGUE.signingAlgorithm(Set.of("https://seats.example"))).contains("EdDSA");
        assertThat(CATALOGUE.signingAlgorithm(Set.of())).isEmpty();
    }

    @Test
    @Tag("RFC8707-2")
    void one_token_cannot_be_signed_by_different_algorithms() {
        var both = Set.of("https://movies.example", "https://seats.example");

        assertThatThrownBy(() -> CATALOGUE.signingAlgorithm(both))
                .isInstanceOf(OAuthException.class)
                .hasMessageContaining("invalid_target");
    }

    @Test
    @Tag("RFC6749-3.3")
    void without_a_scope_those_of_the_one_api_are_meant_that_the_client_has_scopes_of() {
        var possible = Scope.of("openid", "seats:read");

        assertThat(meant(CATALOGUE, possible)).isEqualTo(Scope.of("seats:read"));
    }

    @Test
    void an_api_that_comes_later_changes_nothing_of_what_a_client_means() {
        var possible = Scope.of("movies:read", "stats:read");
        var before = new ResourceCatalogue(CATALOGUE.resources().subList(0, 1));
        var another =
                asDefault(
                        Resource.of(
                                "https://a.example",
                                "A",
                                "ES256",
                                List.of(scope("a:read", Actor.PERSON))));
        var after = new ResourceCatalogue(List.of(another, CATALOGUE.resources().getFirst()));

        assertThat(meant(after, possible)).isEqualTo(meant(before, possible)).isEqualTo(possible);
    }

    @Test
    void of_several_the_default_of_the_deployment_is_meant() {
        var catalogue =
                new ResourceCatalogue(
                        List.of(
                                CATALOGUE.resources().getFirst(),
                                asDefault(CATALOGUE.resources().getLast())));

        assertThat(meant(catalogue, Scope.of("movies:read", "seats:read")))
                .isEqualTo(Scope.of("seats:read"));
    }

    @Test
    void the_default_of_the_client_goes_before_that_of_the_deployment() {
        var catalogue =
                new ResourceCatalogue(
                        List.of(
                                CATALOGUE.resources().getFirst(),
                                asDefault(CATALOGUE.resources().getLast())));
        var possible = Scope.of("movies:read", "seats:read");

        assertThat(catalogue.meant(possible, Optional.of("https://movies.example"), List.of()))
                .isEqualTo(Scope.of("movies:read"));
    }

    @Test
    void of_several_none_is_chosen_where_nobody_said_which() {
        var possible = Scope.of("movies:read", "seats:read");

        assertThatThrownBy(() -> meant(CATALOGUE, possible))
                .isInstanceOf(OAuthException.class)
                .hasMessageContaining("invalid_target")
                .hasMessageContaining("https://movies.example and https://seats.example");
    }

    @Test
    @Tag("RFC8707-2")
    void those_of_the_apis_that_a_request_names_are_meant() {
        var possible = Scope.of("movies:read", "seats:read");

        assertThat(CATALOGUE.meant(possible, Optional.empty(), List.of("https://seats.example")))
                .isEqualTo(Scope.of("seats:read"));
        assertThatThrownBy(() ->
                        CATALOGUE.meant(
                                Scope.of("movies:read"),
                                Optional.empty(),
                                List.of("https://seats.example")))
                .hasMessageContaining("invalid_target");
    }

    @Test
    @Tag("RFC7591-2")
    void who_registers_without_a_scope_gets_those_of_openid_connect_and_those_marked_as_default() {
        var resource =
                Resource.of(
                        "https://movies.example",
                        "Movies",
                        "ES256",
                        List.of(
                                new ResourceScope(
                                        "a",
                                        "A",
                                        Map.of(),
                                        Set.of(Actor.PERSON),
                                        true,
                                        Optional.empty()),
                                new ResourceScope("b", "B", Set.of(Actor.PERSON))));

        assertThat(new ResourceCatalogue(List.of(resource)).defaultScope())
                .isEqualTo(
                        Scope.of(
                                "a",
                                "openid",
                                "profile",
                                "email",
                                "address",
                                "phone",
                                "offline_access"));
    }

    @Test
    void a_token_for_several_is_good_for_as_long_as_the_one_with_the_least_wants() {
        var brief = withLifetime("https://a.example", 120);
        var long_ = withLifetime("https://b.example", 7_200);
        var catalogue = new ResourceCatalogue(List.of(brief, long_));
        var usual = Duration.ofHours(1);

        assertThat(catalogue.lifetime(Set.of("https://a.example", "https://b.example"), usual))
                .hasSeconds(120);
        assertThat(catalogue.lifetime(Set.of("https://b.example"), usual)).isEqualTo(usual);
        assertThat(catalogue.lifetime(Set.of(), usual)).isEqualTo(usual);
    }

    @Test
    void what_comes_on_offer_later_is_not_there_before() {
        Instant comes = Instant.parse("2020-01-02T00:00:00Z");
        var later =
                new ResourceScope(
                        "b", "B", Map.of(), Set.of(Actor.PERSON), true, Optional.of(comes));
        var resource = Resource.of("https://a.example", "A", "ES256", List.of(scope("a"), later));
        var catalogue = new ResourceCatalogue(List.of(resource));

        assertThat(catalogue.asOf(comes.minusMillis(1)).apiScope()).isEqualTo(Scope.of("a"));
        assertThat(catalogue.asOf(comes)).isEqualTo(catalogue);
    }

    private static Resource withLifetime(String identifier, long seconds) {
        return new Resource(
                identifier,
                identifier,
                null,
                "ES256",
                false,
                Optional.of(seconds),
                List.of(),
                List.of(scope(identifier, Actor.PERSON)));
    }

    private static Scope meant(ResourceCatalogue catalogue, Scope possible) {
        return catalogue.meant(possible, Optional.empty(), List.of());
    }

    private static ResourceScope scope(String name, Actor... grantedTo) {
        return new ResourceScope(name, name + "?", Set.of(grantedTo));
    }

    private static Resource asDefault(Resource api) {
        return new Resource(
                api.identifier(),
                api.title(),
                api.clientId(),
                api.signingAlgorithm(),
                true,
                api.accessTokenLifetime(),
                api.accessTokenClaims(),
                api.scopes());
    }
}
