package guichet.token.grant;

/**
 * The place of a grant in the status lists, which access tokens name so that APIs see when the
 * grant ends. Never given to a second grant.
 *
 * @param value counted through all lists, from 0
 */
public record StatusIndex(long value) {
    /** How many grants share a list: 16 KiB before compression, next to nothing after it. */
    public static final int LIST_SIZE = 131_072;

    /** The place at a position of a list. */
    public static StatusIndex of(long list, long position) {
        return new StatusIndex(list * LIST_SIZE + position);
    }

    /** The place at a position of the list that is published there. */
    public static StatusIndex at(String uri, long position) {
        return of(Long.parseLong(uri.substring(uri.lastIndexOf('/') + 1)), position);
    }

    /** The number of its list, from 0. */
    public long list() {
        return value / LIST_SIZE;
    }

    /** Its position there, from 0. */
    public int position() {
        return (int) (value % LIST_SIZE);
    }
}
