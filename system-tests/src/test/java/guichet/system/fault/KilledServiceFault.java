package guichet.system.fault;

import guichet.local.stack.LiveStack.State;
import guichet.local.stack.Service;
import guichet.local.terminal.Pause;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is killed in the middle of everything, and started again by the launcher. */
@DisturbsStack
@Timeout(300)
class KilledServiceFault {
    private final Suite stack;

    KilledServiceFault(Suite stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "AUTHORIZATION", "TOKEN", "MOVIES"})
    void a_killed_service_costs_some_answers_and_nothing_that_was_confirmed(Service service)
            throws Exception {
        try (var supervised = new Supervised(stack.stack())) {
            Trial.of(
                    stack.http(),
                    () -> {
                        stack.stack().kill(service);
                        while (supervised.state(service) != State.READY) {
                            Pause.of(Duration.ofMillis(100));
                        }
                        Pause.of(Trial.FIRST_ANSWERS);
                    });
        }
    }
}
