package guichet.authorization.people.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.mailer.Mail;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How much mail one client causes, as the gateway tells clients apart. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(LettersFromOneClientTest.Gateway.class)
class LettersFromOneClientTest {
    private static final int LIMIT = 3;

    @Inject Inbox inbox;

    @Test
    void one_client_causes_no_more_letters_of_a_kind_than_the_setting_says_and_others_go_on() {
        long written = IntStream.range(0, LIMIT + 2).filter(_ -> isWritten("198.51.100.1")).count();

        assertThat(written).isEqualTo(LIMIT);
        assertThat(isWritten("198.51.100.2")).isTrue();
    }

    @Test
    void letters_that_never_left_count_against_nobody() {
        var visit = Visit.from("198.51.100.3");
        IntStream.range(0, LIMIT + 2)
                .forEach(_ -> asks(visit, UUID.randomUUID() + "@people.example"));
        var person = Newcomer.signsUp(visit);
        person.provesAddress(inbox);

        asks(visit, person.email());

        assertThat(inbox.of(person.email()))
                .extracting(Mail::getSubject)
                .contains("Choose a new password");
    }

    private boolean isWritten(String address) {
        var newcomer = Newcomer.signsUp(Visit.from(address));
        return !inbox.of(newcomer.email()).isEmpty();
    }

    private static void asks(Visit visit, String email) {
        visit.submits(visit.browser().get("/password-reset"), Map.of("email", email));
    }

    /** The gateway's address, as an operator sets it. */
    public static class Gateway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guichet.gateway.address",
                    "127.0.0.1",
                    "guichet.mail.an-hour-from-one-client",
                    Integer.toString(LIMIT));
        }
    }
}
