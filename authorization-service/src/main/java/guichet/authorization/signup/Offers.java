package guichet.authorization.signup;

import guichet.authorization.mail.Postman;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * What the sign-in page offers to who cannot sign in; templates read it as {@code inject:offers}.
 */
@Singleton
@Named("offers")
public class Offers {
    private final SignUpConfig config;
    private final Postman postman;

    Offers(SignUpConfig config, Postman postman) {
        this.config = config;
        this.postman = postman;
    }

    /** Whether anybody may make an account. */
    public boolean isSignUp() {
        return config.open();
    }

    /** Whether a way to a new password can be mailed. */
    public boolean isPasswordReset() {
        return postman.isThere();
    }
}
