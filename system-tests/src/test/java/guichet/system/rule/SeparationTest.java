package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.local.stack.Service;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service has what it needs, and nothing of the others. */
@OnStack
class SeparationTest {
    private final Suite stack;

    SeparationTest(Suite stack) {
        this.stack = stack;
    }

    private static Set<Service> withDatabase() {
        return Service.withDatabase();
    }

    @ParameterizedTest
    @MethodSource("withDatabase")
    void a_service_reaches_its_own_database(Service service) throws SQLException {
        try (Connection connection = connect(service, service)) {
            assertThat(connection.getCatalog()).isEqualTo(service.database());
        }
    }

    @ParameterizedTest
    @MethodSource("withDatabase")
    void a_service_reaches_no_other_database(Service service) {
        for (Service other : Service.withDatabase()) {
            if (other != service) {
                assertThatThrownBy(() -> connect(service, other))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOKEN"})
    void no_other_service_has_the_keys_of_token_service(Service service) {
        assertThat(stack.stack().environment(service).keySet())
                .noneMatch(name -> name.matches("GUICHET_TOKEN_.*_KEY"));
    }

    @Test
    void the_application_has_its_own_secret_and_no_other() {
        assertThat(stack.stack().environment(Service.MOVIES_APP).keySet())
                .filteredOn(name -> name.matches("GUICHET_.*(CREDENTIAL|PASSWORD|SECRET|KEY).*"))
                .containsExactly("GUICHET_MOVIES_APP_SECRET");
    }

    @Test
    void the_gateway_leads_to_nothing_internal() {
        assertThat(stack.http().get("/internal/resources").status()).isEqualTo(404);
        assertThat(stack.http().get("/token/%2e%2e/internal/resources").status()).isEqualTo(400);
        assertThat(stack.http().get("/q/health").status()).isEqualTo(404);
    }

    private Connection connect(Service as, Service to) throws SQLException {
        Map<String, String> own = stack.stack().environment(as);
        String url = stack.stack().environment(to).get("GUICHET_DATABASE_URL");
        return DriverManager.getConnection(
                url, own.get("GUICHET_DATABASE_USERNAME"), own.get("GUICHET_DATABASE_PASSWORD"));
    }
}
