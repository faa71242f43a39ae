package guichet.authorization.people.mail;

/** What people are written for. */
enum Letter {
    /** To somebody who says that this is their address: a link to prove it. */
    VERIFY_ADDRESS("Confirm your e-mail address"),

    /** From an administrator: a link to a password, which proves the address, too. */
    INVITATION("Choose a password"),

    /** To whoever has proved that the address is theirs: a link to a new password. */
    RESET_PASSWORD("Choose a new password"),

    /** Somebody signed up with an address that is somebody else's already. */
    ADDRESS_IN_USE("You have an account already"),

    /** To the old address: the person asked for another one. */
    ADDRESS_CHANGES("Your e-mail address is about to change"),

    /** The password was changed. */
    PASSWORD_CHANGED("Your password was changed");

    private final String subject;

    Letter(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }
}
