package guichet.authorization.people.mail;

import guichet.authorization.people.person.EmailAddress;

/** A letter, written. */
record WrittenLetter(EmailAddress to, String subject, String body) {
    /** Never the body: it may have a link. */
    @Override
    public String toString() {
        return "Text[" + subject + "]";
    }
}
