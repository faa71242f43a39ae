package guichet.authorization.protocol.grant;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-8")
class SubjectsTest {
    @Test
    void clients_with_public_subjects_know_a_person_by_the_same_name() {
        assertThat(subjectFor(RegistryNeighbour.client()))
                .isEqualTo(subjectFor(RegistryNeighbour.client()));
    }

    @Test
    @Tag("OIDCC-8.1")
    void pairwise_clients_of_one_sector_know_a_person_by_the_same_name() {
        assertThat(subjectFor(pairwise("cine.example")))
                .isEqualTo(subjectFor(pairwise("cine.example")));
    }

    @Test
    @Tag("OIDCC-8.1")
    void pairwise_clients_of_two_sectors_cannot_compare_their_people() {
        String atCine = subjectFor(pairwise("cine.example"));

        assertThat(subjectFor(pairwise("elsewhere.example"))).isNotEqualTo(atCine);
        assertThat(subjectFor(RegistryNeighbour.client())).isNotEqualTo(atCine);
    }

    @Test
    @Tag("OIDCC-2")
    void a_pairwise_subject_has_at_most_255_ascii_characters() {
        assertThat(subjectFor(pairwise("cine.example"))).matches("[\\x21-\\x7E]{1,255}");
    }

    private static String pairwise(String sector) {
        return RegistryNeighbour.client(
                "\"subject_type\": \"pairwise\", \"sector_identifier\": \"%s\"".formatted(sector));
    }

    private static String subjectFor(String client) {
        String code = parameter(new Visit().authorizes(request(client)), "code");
        return Visit.redeems(client, code).then().extract().path("grant.subject");
    }
}
