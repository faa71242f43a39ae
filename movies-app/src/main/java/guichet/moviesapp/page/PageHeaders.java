package guichet.moviesapp.page;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer bears, and the page for refusals that come without one. */
@Singleton
class PageHeaders {
    private final String contentSecurityPolicy;

    PageHeaders(@ConfigProperty(name = "guichet.issuer") String issuer) {
        // The icons of Pico's style sheet are data.
        // Browsers apply form-action to the redirects that answer a form, too: a form may lead on
        // to the provider, when it signs out and when the session has expired.
        this.contentSecurityPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' %s;"
                                .formatted(issuer)
                        + " frame-ancestors 'none'; base-uri 'none'";
    }

    @ServerResponseFilter
    void protect(ContainerResponseContext answer) {
        var headers = answer.getHeaders();
        headers.putSingle(CACHE_CONTROL, "no-store");
        headers.putSingle("Content-Security-Policy", contentSecurityPolicy);
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Referrer-Policy", "no-referrer");
    }

    /** What the framework refuses with a bare status, or a word in plain text. */
    @ServerResponseFilter
    void explain(ContainerResponseContext answer) {
        if (answer.getStatus() >= 400 && !isPage(answer)) {
            Message message = explanation(answer);
            answer.setStatusInfo(message.status());
            answer.setEntity(message.render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static boolean isPage(ContainerResponseContext answer) {
        return answer.hasEntity() && MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType());
    }

    /**
     * 401 says that nobody could be sent to the provider: because the answer of an earlier time
     * came without its cookie, or because the provider was not there to be discovered. Any other is
     * a form without the right token.
     */
    private static Message explanation(ContainerResponseContext refusal) {
        if (refusal.getStatus() != 401) {
            return FaultPages.ofStatus(refusal.getStatus());
        }
        return refusal.getHeaders().containsKey(WWW_AUTHENTICATE)
                ? FaultPages.INCOMPLETE
                : FaultPages.PROVIDER_AWAY;
    }
}
