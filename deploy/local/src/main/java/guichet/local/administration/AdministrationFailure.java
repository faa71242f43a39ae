package guichet.local.administration;

/** Why a command had no success, in words for the administrator. */
public final class AdministrationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AdministrationFailure(String message) {
        super(message);
    }
}
