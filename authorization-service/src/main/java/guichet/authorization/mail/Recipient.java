package guichet.authorization.mail;

import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.Person;

/** Whom a letter reaches, and where. */
record Recipient(Person person, EmailAddress address) {
    /** Never the address. */
    @Override
    public String toString() {
        return "person " + person.id();
    }
}
