package guichet.authorization.mail;

/** What people are written for. */
public enum Letter {
    /** To somebody who says that this is their address: a link to prove it. */
    VERIFY_ADDRESS,

    /** To whoever has the address: links to new passwords. */
    RESET_PASSWORD,

    /** Somebody signed up with an address that is somebody else's already. */
    ADDRESS_IN_USE,

    /** To the old address: the person asked for another one. */
    ADDRESS_CHANGES,

    /** The password was changed. */
    PASSWORD_CHANGED;

    /** Whether somebody who is not known to have the address can cause it. */
    boolean isForStrangers() {
        return switch (this) {
            case VERIFY_ADDRESS, RESET_PASSWORD, ADDRESS_IN_USE -> true;
            case ADDRESS_CHANGES, PASSWORD_CHANGED -> false;
        };
    }
}
