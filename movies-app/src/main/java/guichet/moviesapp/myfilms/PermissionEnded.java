package guichet.moviesapp.myfilms;

/** The API takes the person's access token no longer. */
final class PermissionEnded extends RuntimeException {
    PermissionEnded() {
        super("the API refused the person's access token");
    }
}
