package guichet.system.fault;

import guichet.local.terminal.Pause;
import guichet.system.actor.Http;
import java.time.Duration;
import java.time.Instant;

/** What happens while applications are at work: all is well before it, and soon after it. */
final class Trial {
    /** So long until everything answers, once what was away does. */
    static final Duration RECOVERY = Duration.ofSeconds(2);

    /** So long besides for a service that has just started, whose code is not compiled yet. */
    static final Duration FIRST_ANSWERS = Duration.ofSeconds(3);

    private static final Duration WORK = Duration.ofSeconds(5);

    private Trial() {}

    /**
     * Has it happen, and looks for all that was confirmed to applications before, meanwhile and
     * afterwards.
     *
     * @param http to the stack
     */
    static void of(Http http, Fault fault) throws Exception {
        var ledger = new Ledger();
        try (var load = Load.on(http, ledger)) {
            Pause.of(WORK);
            fault.happen();
            Pause.of(RECOVERY);
            Instant recovered = Instant.now();
            Pause.of(WORK);
            load.requireTrouble();
            load.requireNoWrongAnswer();
            load.requireGoodSince(recovered);
        }
        ledger.requireEntries();
        ledger.verify();
    }

    /** Over when it returns. */
    interface Fault {
        void happen() throws Exception;
    }
}
