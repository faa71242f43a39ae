package guichet.authorization.protocol.claim;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandardClaimsTest {
    @Inject StandardClaims claims;
    @Inject People people;

    @ParameterizedTest
    @CsvSource({"alice,Alice Martin", "bob,Bob Miller"})
    @Tag("OIDCC-5.1")
    void a_built_in_person_has_every_standard_claim(String username, String name) {
        var all = claims.of(person(username), EnumSet.allOf(StandardClaim.class));

        assertThat(all).hasSize(19);
        assertThat(all)
                .containsEntry("name", name)
                .containsEntry("preferred_username", username)
                .containsEntry("email", username + "@guichet.example")
                .containsEntry("email_verified", true)
                .containsEntry("phone_number_verified", true);
    }

    @Test
    @Tag("OIDCC-5.1.1")
    void an_address_is_an_object_with_its_lines_in_one_and_apart() {
        var address = claims.of(person("alice"), Set.of(StandardClaim.ADDRESS)).get("address");

        assertThat(address)
                .isEqualTo(
                        Map.of(
                                "formatted",
                                "1 rue du Guichet\n75003 Paris\nÎle-de-France\nFrance",
                                "street_address",
                                "1 rue du Guichet",
                                "postal_code",
                                "75003",
                                "locality",
                                "Paris",
                                "region",
                                "Île-de-France",
                                "country",
                                "France"));
    }

    @Test
    @Tag("OIDCC-5.1")
    void the_time_of_the_last_change_is_in_seconds() {
        var updatedAt =
                claims.of(person("alice"), Set.of(StandardClaim.UPDATED_AT)).get("updated_at");

        assertThat(updatedAt).isInstanceOf(Long.class);
        assertThat((Long) updatedAt)
                .isBetween(Instant.now().getEpochSecond() - 600, Instant.now().getEpochSecond());
    }

    @Test
    @Tag("OIDCC-5.3.2")
    void only_what_is_asked_for_is_told() {
        var some = claims.of(person("alice"), Set.of(StandardClaim.NICKNAME));

        assertThat(some).containsExactly(Map.entry("nickname", "Ali"));
    }

    @Test
    void of_nobody_nothing_is_told() {
        assertThat(claims.of(UUID.randomUUID(), EnumSet.allOf(StandardClaim.class))).isEmpty();
    }

    private UUID person(String username) {
        return people.findByUsername(username).orElseThrow().id();
    }
}
