package guichet.authorization.people.person;

/**
 * Somebody who is to have an account.
 *
 * @param signedUp whether they ask for it themselves: then somebody else's address may be theirs
 */
public record NewPerson(
        String username, String displayName, EmailAddress email, boolean signedUp) {}
