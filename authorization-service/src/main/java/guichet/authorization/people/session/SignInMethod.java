package guichet.authorization.people.session;

import guichet.oauth.openid.AuthenticationContext;
import java.util.List;

/**
 * A way to prove who one is. Each case is one that people can sign in by; a session keeps the words
 * of its method, so that those of one that is no longer offered stay true.
 */
public sealed interface SignInMethod {
    /** The methods that it consists of, RFC 8176. */
    List<String> amr();

    /** The class of it, OpenID Connect Core §2. */
    String acr();

    /** By name and password. */
    record Password() implements SignInMethod {
        private static final List<String> AMR = List.of("pwd");

        @Override
        public List<String> amr() {
            return AMR;
        }

        @Override
        public String acr() {
            return AuthenticationContext.PASSWORD.toString();
        }
    }
}
