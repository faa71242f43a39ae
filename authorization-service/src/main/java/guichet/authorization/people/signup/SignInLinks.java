package guichet.authorization.people.signup;

import guichet.authorization.people.mail.LetterDelivery;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * What the sign-in page offers to who cannot sign in; templates read it as {@code inject:links}.
 */
@Singleton
@Named("links")
public class SignInLinks {
    private final SignUpConfig config;
    private final LetterDelivery letters;

    SignInLinks(SignUpConfig config, LetterDelivery letters) {
        this.config = config;
        this.letters = letters;
    }

    /** Whether anybody may make an account. */
    public boolean isSignUp() {
        return config.open();
    }

    /** Whether a way to a new password can be mailed. */
    public boolean isPasswordReset() {
        return letters.isThere();
    }
}
