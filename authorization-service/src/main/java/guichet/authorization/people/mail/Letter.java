package guichet.authorization.people.mail;

/** What people are written for. */
enum Letter {
    /** To somebody who says that this is their address: a link to prove it. */
    VERIFY_ADDRESS,

    /** From an administrator: a link to a password, which proves the address, too. */
    INVITATION,

    /** To whoever has proved that the address is theirs: a link to a new password. */
    RESET_PASSWORD,

    /** Somebody signed up with an address that is somebody else's already. */
    ADDRESS_IN_USE,

    /** To the old address: the person asked for another one. */
    ADDRESS_CHANGES,

    /** The password was changed. */
    PASSWORD_CHANGED
}
