package guichet.authorization.people.mail;

import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.Person;

/** Whom a letter reaches, and where. */
record Recipient(Person person, EmailAddress address) {
    /** Never the address. */
    @Override
    public String toString() {
        return "person " + person.id();
    }
}
