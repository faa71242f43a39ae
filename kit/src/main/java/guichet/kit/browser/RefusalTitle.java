package guichet.kit.browser;

/** The title of a page that says why somebody is refused. */
public final class RefusalTitle {
    private RefusalTitle() {}

    /**
     * What the status means to people.
     *
     * @param otherwise what any other status means, where the page is shown
     */
    public static String of(int status, String otherwise) {
        return switch (status) {
            case 404 -> "There is nothing here";
            case 503 -> "Please try again in a moment";
            case 500 -> "Something went wrong here";
            default -> otherwise;
        };
    }
}
