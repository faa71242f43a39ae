package guichet.outside;

import guichet.oauth.tls.Authorities;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Predicate;

/** Whether there are certificates in a file. */
final class HasAuthorities implements Predicate<String> {
    @Override
    public boolean test(String pem) {
        try {
            Authorities.with(Path.of(pem));
            return true;
        } catch (IOException | GeneralSecurityException | InvalidPathException _) {
            return false;
        }
    }
}
