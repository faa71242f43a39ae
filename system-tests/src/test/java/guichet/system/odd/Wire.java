package guichet.system.odd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Bytes to a server and its whole answer, since clients send nothing odd. */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** After any interim answer, RFC 9110 §15.2. */
    private static final Pattern STATUS =
            Pattern.compile(
                    "\\A(?:HTTP/1\\.1 1.*?\r\n\r\n)*HTTP/1\\.[01] (\\d{3}) ", Pattern.DOTALL);

    /** Instead of a status: the server was there, and gave none. */
    static final int NO_ANSWER = 0;

    /** Instead of a status: nobody was there. */
    static final int NO_CONNECTION = -1;

    private Wire() {}

    /**
     * The status of the answer, {@link #NO_ANSWER} or {@link #NO_CONNECTION}; the request must ask
     * for the end.
     */
    static int status(URI server, byte[] request) {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send(request, socket.getOutputStream());
            var status = STATUS.matcher(answer(socket.getInputStream()));
            return status.find() ? Integer.parseInt(status.group(1)) : NO_ANSWER;
        } catch (IOException _) {
            return NO_CONNECTION;
        }
    }

    private static void send(byte[] request, OutputStream to) {
        try {
            to.write(request);
        } catch (IOException _) {
            // refused by the head, and shut while the body was on its way: the answer is there
        }
    }

    private static String answer(InputStream from) {
        var answer = new ByteArrayOutputStream();
        try {
            from.transferTo(answer);
        } catch (IOException _) {
            // shut while more was on its way: what came before is the answer
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
