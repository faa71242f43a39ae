package guichet.local.certificate;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's own tool, on one key store.
 *
 * @param keyStore made when the first key is
 */
public record KeyTool(Path keyStore) {
    /** Protects nothing: whoever reads the file reads this, too. */
    public static final String PASSWORD = "changeit";

    /** It is over before a better compiler pays. */
    private static final List<String> SHORT_LIVED =
            List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

    private static final String LIFETIME_DAYS = "3650";

    /**
     * Makes a key and its certificate, which vouches for itself unless there is a signer.
     *
     * @param more words of the tool, such as those for extensions
     */
    public KeyTool generate(String alias, String commonName, String... more) {
        var words = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
        words.addAll(List.of("-dname", "CN=" + commonName, "-validity", LIFETIME_DAYS));
        words.addAll(List.of(more));
        run(words);
        return this;
    }

    private void run(List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(words);
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", keyStore.toString()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            byte[] said = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new Failure("keytool: " + new String(said, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new Failure("no keytool in this JDK: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    /** What was made. */
    public KeyStore keys() {
        try {
            return KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure("no keys in %s: %s".formatted(keyStore, e.getMessage()), e);
        }
    }
}
