package guichet.token.refusal;

import guichet.oauth.ProducedRefusals;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Runs after the tests that start the service, as all do that start none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalsTest {
    @Test
    void every_code_of_this_service_was_seen_in_an_answer() throws IOException {
        ProducedRefusals.assertComplete();
    }
}
