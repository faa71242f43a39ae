package guichet.local.terminal;

import guichet.oauth.tls.Authorities;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The authorities that the commands trust, so that an issuer of a private one can be asked. */
final class Trust {
    private static final String CA_FILE = "GUICHET_OUTSIDE_CA_FILE";

    private Trust() {}

    /**
     * Those of the JDK, and those in the file that the environment names, as the services do it.
     *
     * @throws Failure if there is no certificate in that file
     */
    static SSLContext of(Map<String, String> environment) {
        String file = environment.getOrDefault(CA_FILE, "");
        try {
            return file.isEmpty() ? SSLContext.getDefault() : with(Path.of(file));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Failure("%s: no certificates in %s".formatted(CA_FILE, file), unreadable);
        }
    }

    private static SSLContext with(Path pem) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {Authorities.with(pem)}, null);
        return context;
    }
}
