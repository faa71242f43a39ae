package guichet.authorization.people.person;

/** A password as it is kept, which only this package can make and read. */
public final class PasswordHash {
    private final String value;

    PasswordHash(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "PasswordHash[masked]";
    }
}
