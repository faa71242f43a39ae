package guichet.system.odd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private Wire() {}

    /** The status of the answer, 0 where there is none; the request must ask for the end. */
    static int status(URI server, byte[] request) {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request);
            var status = STATUS.matcher(answer(socket.getInputStream()));
            return status.find() ? Integer.parseInt(status.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
