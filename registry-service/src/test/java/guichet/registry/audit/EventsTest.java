package guichet.registry.audit;

import guichet.kit.audit.ProducedEvents;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Runs after the tests that start the service, as all do that start none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsTest {
    @Test
    void every_event_of_this_service_was_seen_with_all_that_it_says() throws IOException {
        ProducedEvents.assertComplete();
    }
}
