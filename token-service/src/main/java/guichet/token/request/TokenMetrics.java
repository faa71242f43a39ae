package guichet.token.request;

import guichet.oauth.OAuthError;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts answers; labels are words of the RFCs only, so that no client shows and none is made. */
@ApplicationScoped
class TokenMetrics {
    private final MeterRegistry meters;

    TokenMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a success of this grant type, which is one we know. */
    void issued(String grantType) {
        meters.counter("guichet.tokens.issued", "grant_type", grantType).increment();
    }

    void refused(OAuthError error) {
        meters.counter("guichet.tokens.refused", "error", error.code().value()).increment();
    }
}
