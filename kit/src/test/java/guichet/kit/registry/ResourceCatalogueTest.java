package guichet.kit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.registry.Resource.ResourceScope;
import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import java.util.List;
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
                            new Resource(
                                    "https://movies.example",
                                    "Movies",
                                    null,
                                    "ES256",
                                    List.of(
                                            scope("movies:read", Actor.PERSON),
                                            scope("stats:read", Actor.APPLICATION))),
                            new Resource(
                                    "https://seats.example",
                                    "Seats",
                                    null,
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

    private static ResourceScope scope(String name, Actor... grantedTo) {
        return new ResourceScope(name, name + "?", Set.of(grantedTo));
    }
}
