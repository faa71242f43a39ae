package guichet.authorization.limit;

import guichet.kit.limit.Allowance;
import java.util.Locale;

/** What the same network may do only so often; each is a setting. */
public enum Limit {
    /** Trying a password on a page. */
    SIGN_IN,
    /** Making an account. */
    SIGN_UP,
    /** Asking for a way to another password, and using it. */
    PASSWORD_RESET,
    /** Sending an authorization request in a body, which is kept until the browser follows. */
    AUTHORIZATION_REQUEST,
    /** Asking to be signed out, which is kept likewise. */
    SIGN_OUT,
    /** Any other form. */
    FORM;

    /** Whether pages of applications may send it, and not ours alone. */
    boolean isForApplications() {
        return this == AUTHORIZATION_REQUEST || this == SIGN_OUT;
    }

    Allowance allowance(LimitConfig config) {
        return switch (this) {
            case SIGN_IN -> config.signIn();
            case SIGN_UP -> config.signUp();
            case PASSWORD_RESET -> config.passwordReset();
            case AUTHORIZATION_REQUEST -> config.authorizationRequest();
            case SIGN_OUT -> config.signOut();
            case FORM -> config.form();
        };
    }

    /** As its setting is called, for example {@code sign-in}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
