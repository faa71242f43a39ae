package guichet.authorization.protocol.request;

import guichet.authorization.people.session.SignedIn;
import guichet.oauth.openid.Prompt;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a request demands of the sign-in, OpenID Connect Core §3.1.2.1.
 *
 * @param askedAt when the request came: a sign-in after it is fresh by any measure
 * @param maxAge how old the sign-in may be, in seconds
 * @param subject the one person who may answer, as the application knows them
 * @param loginHint the name that the sign-in page is filled in with
 * @param uiLocales in which languages its pages had better be, as it was sent
 * @param chosen the account that was chosen for the request, if one was yet
 */
public record SignInDemand(
        Instant askedAt,
        Set<Prompt> prompts,
        Optional<Long> maxAge,
        Optional<String> subject,
        Optional<String> loginHint,
        Optional<String> uiLocales,
        Optional<UUID> chosen) {
    private static final Set<Prompt> FRESH = Set.of(Prompt.LOGIN, Prompt.CREATE);

    public SignInDemand {
        prompts = Set.copyOf(prompts);
    }

    public boolean has(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /** The same, now that this account was chosen. */
    SignInDemand choosing(UUID personId) {
        return new SignInDemand(
                askedAt, prompts, maxAge, subject, loginHint, uiLocales, Optional.of(personId));
    }

    /**
     * Whether it is content with this sign-in.
     *
     * @param asSubject how the application knows the person
     */
    public boolean isMetBy(SignedIn person, String asSubject, Instant now) {
        return isFor(asSubject) && !awaitsChoice(person) && isFreshEnough(person, now);
    }

    /**
     * Whether the person is still to say with which account to go on. Who signed in for the request
     * has said so, and who is to make an account has none to choose.
     */
    public boolean awaitsChoice(SignedIn person) {
        return has(Prompt.SELECT_ACCOUNT) && !has(Prompt.CREATE) && !wasAnsweredBy(person);
    }

    /** Whether this person signed in, or was chosen, since the request came. */
    public boolean wasAnsweredBy(SignedIn person) {
        return isFresh(person) || wasChosen(person);
    }

    /** Whether the account of this person was chosen. */
    public boolean wasChosen(SignedIn person) {
        return chosen.equals(Optional.of(person.personId()));
    }

    private boolean isFreshEnough(SignedIn person, Instant now) {
        return isFresh(person) || (!wantsFresh() && isYoungEnough(person, now));
    }

    private boolean isFresh(SignedIn person) {
        return !person.authTime().isBefore(askedAt);
    }

    /** Whether somebody whom the application knows so may answer. */
    public boolean isFor(String asSubject) {
        return subject.isEmpty() || subject.get().equals(asSubject);
    }

    private boolean wantsFresh() {
        return prompts.stream().anyMatch(FRESH::contains);
    }

    private boolean isYoungEnough(SignedIn person, Instant now) {
        return maxAge.isEmpty() || !person.authTime().plusSeconds(maxAge.get()).isBefore(now);
    }
}
