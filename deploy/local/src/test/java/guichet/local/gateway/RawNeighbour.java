package guichet.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service behind the gateway that answers with octets as they are given to it. */
final class RawNeighbour implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private RawNeighbour(ServerSocket server) {
        this.server = server;
    }

    static RawNeighbour start() throws IOException {
        var neighbour = new RawNeighbour(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(neighbour::serve);
        return neighbour;
    }

    /** Once it has read the whole request. */
    void answers(String octets) {
        answer = octets;
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> requests() {
        return requests;
    }

    String lastRequest() {
        return requests.getLast();
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = server.accept();
                Thread.startVirtualThread(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed: there is nothing more to serve
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            String head = head(in);
            requests.add(head + body(head, in));
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            connection.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the gateway has gone: the test sees what it answered
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static String body(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        return length.find()
                ? new String(
                        in.readNBytes(Integer.parseInt(length.group(1))),
                        StandardCharsets.ISO_8859_1)
                : "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
