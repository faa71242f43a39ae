package guichet.authorization.request;

import guichet.authorization.session.SignedIn;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a request demands of the sign-in, OpenID Connect Core §3.1.2.1.
 *
 * @param askedAt when the request came: a sign-in after it is fresh by any measure
 * @param maxAge how old the sign-in may be, in seconds
 * @param subject the one person who may answer, as the application knows them
 * @param loginHint the name that the sign-in page is filled in with
 */
public record SignInDemand(
        Instant askedAt,
        Set<Prompt> prompts,
        Optional<Long> maxAge,
        Optional<String> subject,
        Optional<String> loginHint) {
    private static final Set<Prompt> FRESH =
            Set.of(Prompt.LOGIN, Prompt.SELECT_ACCOUNT, Prompt.CREATE);

    public SignInDemand {
        prompts = Set.copyOf(prompts);
    }

    public boolean has(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /**
     * Whether it is content with this sign-in.
     *
     * @param asSubject how the application knows the person
     */
    public boolean isMetBy(SignedIn person, String asSubject, Instant now) {
        return isThePerson(asSubject)
                && (wasAnsweredBy(person) || (!wantsFresh() && isYoungEnough(person, now)));
    }

    /** Whether this sign-in came after the request. */
    public boolean wasAnsweredBy(SignedIn person) {
        return !person.authTime().isBefore(askedAt);
    }

    private boolean isThePerson(String asSubject) {
        return subject.isEmpty() || subject.get().equals(asSubject);
    }

    private boolean wantsFresh() {
        return prompts.stream().anyMatch(FRESH::contains);
    }

    private boolean isYoungEnough(SignedIn person, Instant now) {
        return maxAge.isEmpty() || !person.authTime().plusSeconds(maxAge.get()).isBefore(now);
    }
}
