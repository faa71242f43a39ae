package guichet.authorization.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How much mail one client causes, as the gateway tells clients apart. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(ClientLimitTest.Gateway.class)
class ClientLimitTest {
    private static final int LIMIT = 3;

    private final Asker asker = new Asker();

    @Test
    void one_client_causes_no_more_letters_than_the_setting_says() {
        long taken = asker.taken(LIMIT + 2, from("198.51.100.1"));
        Response refused = asker.asksForLetter(from("198.51.100.1"));

        assertThat(taken).isEqualTo(LIMIT);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.asString()).contains("mail-limit-reached");
    }

    @Test
    void other_clients_are_served_meanwhile() {
        asker.taken(LIMIT + 1, from("198.51.100.2"));

        assertThat(asker.taken(1, from("198.51.100.3"))).isEqualTo(1);
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one_client() {
        long first = asker.taken(LIMIT, from("2001:db8:0:1::1"));
        long next = asker.taken(1, from("2001:db8:0:1:ffff::2"));
        long neighbour = asker.taken(1, from("2001:db8:0:2::1"));

        assertThat(first).isEqualTo(LIMIT);
        assertThat(next).isZero();
        assertThat(neighbour).isEqualTo(1);
    }

    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address);
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
