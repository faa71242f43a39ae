package guichet.authorization.flow;

import guichet.authorization.grant.Subjects;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
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

    Finding check(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        var demand = request.demand();
        if (demand.isMetBy(person, subject(client, person), clock.instant())) {
            return Finding.MET;
        }
        return demand.wasAnsweredBy(person) ? Finding.ANOTHER_PERSON : Finding.UNMET;
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
        /** Somebody else has just signed in for this very request. */
        ANOTHER_PERSON
    }
}
