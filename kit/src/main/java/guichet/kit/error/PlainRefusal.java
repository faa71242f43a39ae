package guichet.kit.error;

import static jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.metric.Refusals;
import guichet.oauth.http.HttpFault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses in our words what never reaches an endpoint: the server's own answers have none. */
@Singleton
public class PlainRefusal {
    private final String issuer;

    PlainRefusal(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    /** Answers the request; nothing may have been answered yet. */
    public void answer(HttpServerRequest request, HttpFault fault) {
        Refusals.answered(fault.error());
        HttpServerResponse response =
                request.response()
                        .setStatusCode(fault.status())
                        .putHeader(CONTENT_TYPE, APPLICATION_JSON);
        fault.error().headers(issuer).forEach(response::putHeader);
        if (fault.isOfEncoding()) {
            response.putHeader(HttpHeaders.ACCEPT_ENCODING, HttpFault.acceptedCodings());
        }
        response.end(Json.encode(fault.error().parameters(issuer)));
    }
}
