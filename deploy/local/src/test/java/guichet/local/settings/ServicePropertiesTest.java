package guichet.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a file of properties says can be set. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServicePropertiesTest {
    private final ServiceProperties file =
            new ServiceProperties(
                    """
                    guichet.provider.url=${guichet.issuer}
                    quarkus.oidc.auth-server-url=${guichet.provider.url}
                    guichet.resource.identifier=${guichet.issuer}/admin
                    %local.guichet.mail.from=${quarkus.mailer.from:}
                    guichet.movies.url=http://localhost:8090
                    quarkus.oidc.secret=${guichet.movies-app.secret:}
                    """);

    @Test
    void what_a_value_refers_to_can_be_set() {
        assertThat(file.referredTo())
                .containsExactlyInAnyOrder(
                        "guichet.issuer", "guichet.provider.url", "guichet.movies-app.secret");
    }

    @Test
    void what_follows_from_others_and_is_read_by_none_here_cannot() throws IOException {
        assertThat(file.derived())
                .contains("guichet.resource.identifier", "guichet.mail.from")
                .doesNotContain("guichet.provider.url", "guichet.movies.url");
    }
}
