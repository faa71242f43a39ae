package guichet.authorization.people.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A mail server on loopback, over real SMTP: it takes letters from who signs in with the password,
 * and both only after STARTTLS, RFC 3207 and RFC 4954.
 */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
    private static final String USERNAME = "guichet";
    private static final String PASSWORD = "the-password-of-the-mail-server";
    private static final String KEYS_PASSWORD = "changeit";

    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger SIGN_INS = new AtomicInteger();

    private static volatile Mood mood = Mood.TAKES;
    private static SMTPServer server;
    private static SSLContext keys;
    private static int port;

    /** A letter as it came, from who signed in so. */
    public record Received(String identity, String from, String to, String letter) {}

    private enum Mood {
        TAKES,
        TAKES_NO_LETTER,
        TAKES_NOBODY
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("guichet-mail-server");
            keys = keys(folder);
            port = freePort();
            comesBack();
            return Map.of(
                    "quarkus.mailer.mock",
                    "false",
                    "quarkus.mailer.host",
                    "localhost",
                    "quarkus.mailer.port",
                    Integer.toString(port),
                    "quarkus.mailer.username",
                    USERNAME,
                    "quarkus.mailer.password",
                    PASSWORD,
                    "quarkus.mailer.tls",
                    "false",
                    "quarkus.mailer.start-tls",
                    "REQUIRED",
                    "quarkus.mailer.tls-configuration-name",
                    "mail",
                    "quarkus.tls.mail.trust-store.pem.certs",
                    folder.resolve("it.pem").toString());
        } catch (Exception e) {
            throw new IllegalStateException("the mail server does not start", e);
        }
    }

    @Override
    public void stop() {
        goesDown();
    }

    static void goesDown() {
        server.stop();
    }

    static void comesBack() {
        comesBack(it -> it.enableTLS().requireTLS().startTlsSocketFactory(keys, false));
    }

    /** The same server after somebody switched STARTTLS off, or cuts it out on the way. */
    static void comesBackUnencrypted() {
        comesBack(UnaryOperator.identity());
    }

    private static void comesBack(UnaryOperator<SMTPServer.Builder> encryption) {
        mood = Mood.TAKES;
        SIGN_INS.set(0);
        server =
                encryption
                        .apply(SMTPServer.port(port))
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory(MailServer::signIn))
                        .requireAuth()
                        .sessionHandler(new Unhurried())
                        .messageHandler(MailServer::take)
                        .build();
        server.start();
        greets();
    }

    /** Stopped before its thread accepts, it would go on to listen and never answer. */
    private static void greets() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var words = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            assertThat(new BufferedReader(words).readLine()).startsWith("220 ");
        } catch (IOException e) {
            throw new UncheckedIOException("the mail server does not answer", e);
        }
    }

    /**
     * Greets as late as a server at the other end of a network. Vert.x' client does not always hear
     * a greeting that comes in the very moment in which it connects, and then waits for a minute.
     */
    private static final class Unhurried implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {}
    }

    static void takesNoLetter() {
        mood = Mood.TAKES_NO_LETTER;
    }

    static void takesLetters() {
        mood = Mood.TAKES;
    }

    /** Who is signed in already is thrown out: mail clients keep their connections. */
    static void takesNobody() {
        goesDown();
        comesBack();
        mood = Mood.TAKES_NOBODY;
    }

    /** How many tried to sign in since it came back. */
    static int signIns() {
        return SIGN_INS.get();
    }

    private static void signIn(String username, String password, MessageContext context)
            throws LoginFailedException {
        SIGN_INS.incrementAndGet();
        if (mood == Mood.TAKES_NOBODY || !username.equals(USERNAME) || !password.equals(PASSWORD)) {
            throw new LoginFailedException("535 5.7.8 who is this?");
        }
    }

    private static void take(MessageContext context, String from, String to, byte[] letter)
            throws RejectException {
        if (mood == Mood.TAKES_NO_LETTER) {
            throw new RejectException(451, "4.3.0 not now");
        }
        Object identity = context.getAuthenticationHandler().orElseThrow().getIdentity();
        RECEIVED.add(new Received(identity.toString(), from, to, decoded(letter)));
    }

    /** RFC 2045 §6.7, as far as our letters need it: soft line breaks and the equals sign. */
    private static String decoded(byte[] letter) {
        return new String(letter, StandardCharsets.UTF_8).replace("=\r\n", "").replace("=3D", "=");
    }

    /** What came for this address. */
    static List<Received> received(String address) {
        return RECEIVED.stream().filter(it -> it.to().equals(address)).toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Keys of its own for localhost, with the certificate in {@code it.pem}. */
    private static SSLContext keys(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        keytool(
                file,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool(file, "-exportcert", "-rfc", "-file", folder.resolve("it.pem").toString());
        var store = KeyStore.getInstance(file.toFile(), KEYS_PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, KEYS_PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", "it", "-storepass", KEYS_PASSWORD));
        command.addAll(List.of("-keystore", keys.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
