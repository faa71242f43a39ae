package guichet.authorization.people.mail;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;

/** What people are written for. */
enum Letter {
    /** To somebody who says that this is their address: a link to prove it. */
    VERIFY_ADDRESS(Messages::confirmEmail),

    /** From an administrator: a link to a password, which proves the address, too. */
    INVITATION(Messages::letterPasswordSubject),

    /** To whoever has proved that the address is theirs: a link to a new password. */
    RESET_PASSWORD(Messages::letterResetSubject),

    /** Somebody signed up with an address that is somebody else's already. */
    ADDRESS_IN_USE(Messages::letterInUseSubject),

    /** To the old address: the person asked for another one. */
    ADDRESS_CHANGES(Messages::letterChangesSubject),

    /** The password was changed. */
    PASSWORD_CHANGED(Messages::letterChangedSubject);

    private final Text subject;

    Letter(Text subject) {
        this.subject = subject;
    }

    Text subject() {
        return subject;
    }
}
