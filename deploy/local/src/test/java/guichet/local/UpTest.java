package guichet.local;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpTest {
    @Test
    void whom_the_services_may_call_is_passed_on_and_nothing_else() {
        var settings =
                Up.outside(
                        Map.of(
                                "GUICHET_OUTSIDE_ALLOWED_HOSTS", "suite.example",
                                "GUICHET_OUTSIDE_CA_FILE", "/tmp/ca.pem",
                                "GUICHET_ADMINISTRATOR_SECRET", "not for them"));

        assertThat(settings)
                .containsOnlyKeys(Service.REGISTRY, Service.AUTHORIZATION, Service.TOKEN)
                .allSatisfy((_, of) ->
                        assertThat(of)
                                .containsOnlyKeys(
                                        "GUICHET_OUTSIDE_ALLOWED_HOSTS",
                                        "GUICHET_OUTSIDE_CA_FILE"));
    }

    @Test
    void without_it_the_services_have_their_own_settings() {
        assertThat(Up.outside(Map.of()).get(Service.TOKEN)).isEmpty();
    }
}
