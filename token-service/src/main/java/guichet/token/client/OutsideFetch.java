package guichet.token.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/**
 * Fetches what clients publish at addresses of their choice, within bounds of time and size,
 * without following redirects, and never from inside the network: who registers must not make us
 * ask there.
 */
@ApplicationScoped
class OutsideFetch implements SimpleGet {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LARGEST_BYTES = 100_000;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();
    private final boolean insideToo;

    OutsideFetch(@ConfigProperty(name = "guichet.token.fetch-inside") boolean insideToo) {
        this.insideToo = insideToo;
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        URI address = URI.create(location);
        if (!insideToo) {
            refuseInside(address);
        }
        var answer =
                http.sendAsync(
                        HttpRequest.newBuilder(address).GET().build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BYTES));
        try {
            // The request's own time-out ends with the headers; this one counts the body in.
            return success(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException failure) {
            answer.cancel(true);
            throw new IOException("not fetched: " + failure, failure);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void refuseInside(URI address) throws IOException {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new IOException("not fetched over " + address.getScheme());
        }
        if (Stream.of(resolved(address)).anyMatch(OutsideFetch::isInside)) {
            throw new IOException("not fetched from inside the network");
        }
    }

    private static InetAddress[] resolved(URI address) throws UnknownHostException {
        return InetAddress.getAllByName(address.getHost());
    }

    private static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address.getAddress());
    }

    /** fc00::/7, RFC 4193, and 100.64.0.0/10, RFC 6598, which the JDK does not know. */
    private static boolean isUniqueLocal(byte[] bytes) {
        return bytes.length == 16
                ? (bytes[0] & 0xFE) == 0xFC
                : bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    }

    private static SimpleResponse success(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return new Fetched(answer);
    }

    /** An answer in the words of jose4j. */
    private record Fetched(HttpResponse<String> answer) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return answer.statusCode();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return answer.headers().map().keySet();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return answer.headers().allValues(name);
        }

        @Override
        public String getBody() {
            return answer.body();
        }
    }
}
