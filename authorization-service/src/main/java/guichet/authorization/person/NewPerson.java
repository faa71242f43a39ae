package guichet.authorization.person;

/** Somebody who is to have an account. */
public record NewPerson(String username, String displayName, EmailAddress email) {}
