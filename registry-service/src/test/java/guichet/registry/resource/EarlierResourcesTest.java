package guichet.registry.resource;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.registry.migration.EarlierVersion;
import guichet.registryclient.ResourceCatalogue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** APIs of an earlier version, which were rows that somebody had written. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierResourcesTest {
    private final Flyway flyway;
    private final OfferedResources resources;
    private final ResourceRows rows;

    EarlierResourcesTest(Flyway flyway, OfferedResources resources, ResourceRows rows) {
        this.flyway = flyway;
        this.resources = resources;
        this.rows = rows;
    }

    @Test
    void they_stay_on_offer_with_their_words_and_who_registers_without_a_scope_still_has_theirs() {
        try (var earlier = new EarlierVersion(flyway, "22")) {
            // Migrations wrote APIs then, whenever their text changed.
            earlier.run(
                    "insert into earlier.flyway_schema_history (installed_rank, description, type,"
                            + " script, checksum, installed_by, execution_time, success) values (900,"
                            + " 'movies', 'SQL', 'R__movies.sql', 1, 'us', 1, true)");
            earlier.run(
                    "insert into earlier.resource (name, identifier, title)"
                            + " values ('loge', 'https://loge.example', 'Loge')");
            earlier.run(
                    "insert into earlier.resource_scope (name, resource, position, description,"
                            + " granted_to) values ('loge:read', 'loge', 1, 'See the loge',"
                            + " '{person}')");

            earlier.upgrade();
            earlier.run(
                    "insert into public.resource (name, identifier, title, signing_algorithm,"
                            + " is_default, reserved, declared, version, access_token_claims) select"
                            + " name, identifier, title, signing_algorithm, is_default, reserved,"
                            + " declared, version, access_token_claims from earlier.resource");
            earlier.run(
                    "insert into public.resource_scope (name, resource, position, granted_to,"
                            + " by_default, words, since) select name, resource, position,"
                            + " granted_to, by_default, words, since from earlier.resource_scope");
        }

        DescribedApi loge = resources.findDescribed("loge").orElseThrow();
        ResourceCatalogue offered = resources.catalogue();
        QuarkusTransaction.requiringNew().run(() -> rows.deleteById("loge"));
        assertThat(loge.declared()).isFalse();
        assertThat(loge.api().scopes())
                .singleElement()
                .satisfies(scope -> {
                    assertThat(scope.words()).containsEntry("en", "See the loge");
                    assertThat(scope.byDefault()).isTrue();
                    assertThat(offered.wasOffered(scope.name(), Instant.EPOCH)).isTrue();
                });
    }
}
