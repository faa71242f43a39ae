package guichet.authorization.people.person;

/**
 * Somebody who is to have an account.
 *
 * @param signedUp whether they ask for it themselves: then somebody else's address may be theirs
 * @param roles what an administrator says that they are
 * @param groups and to what they belong
 */
public record NewPerson(
        String username,
        String displayName,
        EmailAddress email,
        boolean signedUp,
        MemberNames roles,
        MemberNames groups) {
    /** Somebody of whom no administrator says anything. */
    public NewPerson(String username, String displayName, EmailAddress email, boolean signedUp) {
        this(username, displayName, email, signedUp, MemberNames.NONE, MemberNames.NONE);
    }
}
