package guichet.resource;

import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys by which the issuer signs. They are fetched from it, unless the application is
 * the issuer: then it has a bean of its own, and says so with the setting {@code
 * guichet.issues-tokens=true} when it is built. Tokens for the issuer itself are then taken as
 * well; {@link RequiresScope#audience} tells both apart.
 */
public interface IssuerKeys extends VerificationKeyResolver {
    /** The keys are not here yet, which does not mean that there is none for the token. */
    final class NotHere extends UnresolvableKeyException {
        private static final long serialVersionUID = 1L;

        NotHere() {
            super("the issuer's keys are not here yet");
        }
    }
}
