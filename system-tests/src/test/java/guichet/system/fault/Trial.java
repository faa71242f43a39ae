package guichet.system.fault;

import guichet.system.actor.Http;
import java.time.Duration;
import java.time.Instant;

/** What happens while applications are at work: all is well before it, and soon after it. */
final class Trial {
    /** So long until everything answers, once what was away does. */
    static final Duration RECOVERY = Duration.ofSeconds(2);

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
            Load.pause(WORK);
            fault.happen();
            Load.pause(RECOVERY);
            Instant recovered = Instant.now();
            Load.pause(WORK);
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
