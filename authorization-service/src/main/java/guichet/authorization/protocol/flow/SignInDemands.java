package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.grant.Subjects;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Checks whether a sign-in is the one that a request demands, OpenID Connect Core §3.1.2.3. */
@ApplicationScoped
class SignInDemands {
    private final Clock clock;
    private final Subjects subjects;

    SignInDemands(Clock clock, Subjects subjects) {
        this.clock = clock;
        this.subjects = subjects;
    }

    Finding check(WaitingRequest waiting, SignedIn person) {
        return check(waiting.client(), waiting.request(), person);
    }

    Finding check(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        var demand = request.demand();
        String subject = subject(client, person);
        if (demand.isMetBy(person, subject, clock.instant())) {
            return Finding.MET;
        }
        if (demand.awaitsChoice(person)) {
            return Finding.UNCHOSEN;
        }
        return demand.wasAnsweredBy(person) && !demand.isFor(subject)
                ? Finding.ANOTHER_PERSON
                : Finding.UNMET;
    }

    /** How the client knows the person. */
    String subject(RegisteredClient client, SignedIn person) {
        return subjects.of(person.personId(), client);
    }

    /** What is found. */
    enum Finding {
        MET,
        /** Not fresh enough, or not the person: the sign-in page can help. */
        UNMET,
        /** The person is to say with which account to go on. */
        UNCHOSEN,
        /** Somebody else has just signed in, or was chosen, for this very request. */
        ANOTHER_PERSON
    }
}
