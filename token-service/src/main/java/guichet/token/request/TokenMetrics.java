package guichet.token.request;

import guichet.oauth.OAuthError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts answers; labels are words of the RFCs only, so that no client shows and none is made. */
@ApplicationScoped
class TokenMetrics {
    private final MeterRegistry meters;

    /** Found by their label: to have the registry look for one takes longer than to count. */
    private final Map<String, Counter> issued = new ConcurrentHashMap<>();

    TokenMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a success of this grant type, which is one we know. */
    void issued(String grantType) {
        issued.computeIfAbsent(
                        grantType,
                        type -> meters.counter("guichet.tokens.issued", "grant_type", type))
                .increment();
    }

    void refused(OAuthError error) {
        meters.counter("guichet.tokens.refused", "error", error.code().value()).increment();
    }
}
