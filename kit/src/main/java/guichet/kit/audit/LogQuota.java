package guichet.kit.audit;

import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import guichet.oauth.RefusalLog;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Bounds what strangers have the services write into their ordinary log, as {@link FailureQuota}
 * bounds the failures of the audit. What an operator asked for, the level of debugging, is written
 * in full.
 */
@Startup
@ApplicationScoped
class LogQuota {
    /**
     * Those that every service has; the framework's are for bytes that make no sense to it, from
     * whoever is connected.
     */
    static final List<String> OF_ALL_SERVICES =
            List.of(
                    RefusalLog.NAME,
                    "guichet.kit.error.ErrorMapper",
                    "guichet.kit.outbox.Outbox",
                    "io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
                    "io.vertx.core.net.impl.ConnectionBase");

    private final List<Logger> logs;
    private final Supplier<Optional<String>> sender;
    private final FailureQuota<String> quota;

    @Inject
    LogQuota(AuditConfig config, ClientAddress sender, @All List<StrangersLog> others) {
        this(
                config.failuresPerMinute(),
                sender::find,
                Stream.concat(OF_ALL_SERVICES.stream(), others.stream().map(StrangersLog::name))
                        .toList());
    }

    /**
     * Of these logs.
     *
     * @param sender the address from which the request under way comes, if one is
     */
    LogQuota(int aMinute, Supplier<Optional<String>> sender, List<String> logs) {
        this.quota = new FailureQuota<>(aMinute);
        this.sender = sender;
        this.logs = logs.stream().map(Logger::getLogger).toList();
        this.logs.forEach(log -> log.setFilter(this::isWritten));
    }

    private boolean isWritten(LogRecord line) {
        return line.getLevel().intValue() < Level.INFO.intValue()
                || quota.take(line.getLoggerName(), sender.get().map(ClientNetwork::holder));
    }

    @Scheduled(every = "1m")
    void countWhatWasLeftOut() {
        quota.renew()
                .forEach((log, count) ->
                        Logger.getLogger(log)
                                .warning(count + " lines were left out of the last minute"));
    }

    @PreDestroy
    void end() {
        countWhatWasLeftOut();
        logs.forEach(log -> log.setFilter(null));
    }
}
