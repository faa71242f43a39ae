package guichet.outside;

import guichet.kit.limit.NetworkShares.Place;
import guichet.oauth.tls.Authorities;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** Sends one request to a numeric address and reads its answer, within bounds of time and size. */
final class OutsideConnection {
    private static final int LARGEST_BYTES = 100_000;

    /** Of one host. */
    private static final int MOST_AT_ONCE = 20;

    /** Not virtual: looking for an address holds the carrier, and so whoever else is on it. */
    private static final ThreadFactory LOOKING =
            Thread.ofPlatform().daemon().name("outside-", 0).factory();

    private final Vertx vertx;
    private final HttpClient http;
    private final Duration patience;

    OutsideConnection(Vertx vertx, Optional<Path> caFile, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
        var options =
                new HttpClientOptions()
                        .setKeepAlive(false)
                        .setMetricsName(OutsideMetrics.NAME)
                        .setMaxPoolSize(MOST_AT_ONCE)
                        .setMaxWaitQueueSize(MOST_AT_ONCE);
        caFile.ifPresent(file -> options.setTrustOptions(trusting(file)));
        this.http = vertx.createHttpClient(options);
    }

    private static TrustOptions trusting(Path authorities) {
        try {
            return TrustOptions.wrap(Authorities.with(authorities));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("no certificates in " + authorities, unreadable);
        }
    }

    /**
     * The answer of the first of the addresses that can be connected to. Its time begins with
     * looking for them; when it is over nothing more is tried or sent.
     *
     * @param place given back when there is an answer or none, and nobody looks for addresses any
     *     more: a slow name server takes longer than our patience
     */
    Future<OutsideAnswer> send(
            RequestOptions request, Buffer body, Addresses addresses, Place place) {
        Promise<OutsideAnswer> answer = Promise.promise();
        Promise<Void> looked = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), _ -> answer.tryFail(tooLong()));
        Future.join(answer.future(), looked.future()).onComplete(_ -> place.close());
        Thread looking =
                LOOKING.newThread(() -> {
                    try {
                        send(request, body, addresses.find(), answer);
                    } catch (OutsideFailure refused) {
                        answer.tryFail(refused);
                    } finally {
                        looked.complete();
                    }
                });
        try {
            looking.start();
        } catch (OutOfMemoryError noThread) { // as Java calls a limit of processes
            looked.complete();
            answer.tryFail(noThread);
        }
        return answer.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    private void send(
            RequestOptions request,
            Buffer body,
            List<InetAddress> numeric,
            Promise<OutsideAnswer> answer) {
        if (answer.future().isComplete()) {
            return;
        }
        // Each has its share of the time, so that one that swallows everything costs no other.
        request.setConnectTimeout(patience.toMillis() / numeric.size());
        connected(request, numeric, answer.future())
                .onSuccess(connected -> exchange(connected, body, answer))
                .onFailure(answer::tryFail);
    }

    private Future<HttpClientRequest> connected(
            RequestOptions request, List<InetAddress> numeric, Future<OutsideAnswer> answer) {
        var server =
                SocketAddress.inetSocketAddress(
                        request.getPort(), numeric.getFirst().getHostAddress());
        Future<HttpClientRequest> first =
                http.request(new RequestOptions(request).setServer(server));
        return first.recover(failure ->
                numeric.size() == 1 || answer.isComplete()
                        ? Future.failedFuture(failure)
                        : connected(request, numeric.subList(1, numeric.size()), answer));
    }

    private static void exchange(
            HttpClientRequest request, Buffer body, Promise<OutsideAnswer> answer) {
        request.exceptionHandler(answer::tryFail);
        answer.future().onFailure(_ -> request.reset());
        if (!answer.future().isComplete()) {
            request.send(body)
                    .onSuccess(response -> read(response, answer))
                    .onFailure(answer::tryFail);
        }
    }

    private static void read(HttpClientResponse response, Promise<OutsideAnswer> answer) {
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST_BYTES) {
                answer.tryFail(
                        new OutsideFailure(
                                "the answer is larger than %d kB".formatted(LARGEST_BYTES / 1000)));
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(_ ->
                answer.tryComplete(
                        new OutsideAnswer(
                                response.statusCode(), headers(response), body.getBytes())));
    }

    private static Map<String, List<String>> headers(HttpClientResponse response) {
        return response.headers().names().stream()
                .collect(
                        Collectors.toMap(
                                name -> name.toLowerCase(Locale.ROOT),
                                name -> response.headers().getAll(name),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private OutsideFailure tooLong() {
        return new OutsideFailure(
                "the answer took longer than %d s".formatted(patience.toSeconds()));
    }

    /** Finds where to connect to. */
    @FunctionalInterface
    interface Addresses {
        List<InetAddress> find() throws OutsideFailure;
    }
}
