package guichet.authorization.people.session;

import guichet.authorization.people.person.DeviceProofs;
import guichet.authorization.people.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has signed in at a browser before: it keeps the proof, for the few who did so last, in a
 * cookie that outlives the session.
 */
@ApplicationScoped
public class KnownDevices {
    /** A family at one computer. */
    private static final int MOST_PEOPLE = 5;

    private final DeviceProofs proofs;
    private final Cookies cookies;

    KnownDevices(DeviceProofs proofs, Cookies cookies) {
        this.proofs = proofs;
        this.cookies = cookies;
    }

    /** The browser's name, if this person has signed in there. */
    public Optional<String> find(Person person, List<String> shown) {
        return shown.stream().flatMap(proof -> proofs.device(person, proof).stream()).findFirst();
    }

    /** What the browser is to keep, now that this person has signed in there. */
    public NewCookie remember(Person person, Browser browser) {
        Stream<String> others =
                browser.deviceProofs().stream()
                        .filter(proof -> proofs.device(person, proof).isEmpty());
        List<String> kept =
                Stream.concat(Stream.of(proofs.prove(person)), others).limit(MOST_PEOPLE).toList();
        return cookies.device(kept, DeviceProofs.LIFETIME);
    }
}
