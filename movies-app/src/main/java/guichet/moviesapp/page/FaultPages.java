package guichet.moviesapp.page;

import guichet.moviesapp.language.Messages;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.security.AuthenticationCompletionException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.common.headers.MediaTypeHeaderDelegate;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become pages. */
@Singleton
class FaultPages {
    static final Message PROVIDER_AWAY =
            new Message(
                    Status.SERVICE_UNAVAILABLE, Messages::cannotSignIn, Messages::cannotSignInText);
    static final Message INCOMPLETE =
            new Message(Status.BAD_REQUEST, Messages::signInFailed, Messages::signInFailedText);

    /** What reads a request for the framework. */
    private static final Set<String> READERS =
            Stream.of(URLUtils.class, MediaTypeHeaderDelegate.class)
                    .map(Class::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Logger LOG = Logger.getLogger(FaultPages.class);

    /** Nobody answered the request for a token or for the API. */
    @ServerExceptionMapper({OIDCException.class, OidcClientException.class})
    RestResponse<String> providerOutage(Exception outage) {
        LOG.warn("the provider is away", outage);
        return PROVIDER_AWAY.answer();
    }

    @ServerExceptionMapper
    RestResponse<String> apiOutage(ProcessingException outage) {
        LOG.warn("the API is away", outage);
        return new Message(
                        Status.SERVICE_UNAVAILABLE, Messages::noFilmsNow, Messages::noFilmsNowText)
                .answer();
    }

    /** The API answered, but with a refusal. */
    @ServerExceptionMapper
    RestResponse<String> apiRefusal(ClientWebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            return apiOutage(new ProcessingException(refused));
        }
        LOG.debugf("the API answered %d", status);
        return ofStatus(status).answer();
    }

    /** The provider sent somebody back, but no session came of it. The framework logs why. */
    @ServerExceptionMapper
    RestResponse<String> incomplete(AuthenticationCompletionException incomplete) {
        return isOutage(incomplete) ? providerOutage(incomplete) : INCOMPLETE.answer();
    }

    private static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof IOException || each instanceof TimeoutException);
    }

    /** What the framework refuses itself. */
    @ServerExceptionMapper
    RestResponse<String> http(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return status < 500 ? ofStatus(status).answer() : bug(refused);
    }

    /** The framework reads whatever could be a form, to find a proof in it, and gave up. */
    @ServerExceptionMapper
    RestResponse<String> unreadable(IOException unreadable) {
        LOG.debugf("a body that is no form: %s", unreadable);
        return ofStatus(Status.BAD_REQUEST.getStatusCode()).answer();
    }

    /**
     * Likewise where it has no exception of its own, as for a percent sign that encodes nothing.
     */
    @ServerExceptionMapper
    RestResponse<String> malformed(IllegalArgumentException thrown) {
        boolean isOfTheSender =
                Stream.of(thrown.getStackTrace())
                        .limit(1)
                        .map(StackTraceElement::getClassName)
                        .anyMatch(READERS::contains);
        return isOfTheSender ? ofStatus(Status.BAD_REQUEST.getStatusCode()).answer() : bug(thrown);
    }

    @ServerExceptionMapper
    RestResponse<String> bug(Throwable bug) {
        LOG.error("unforeseen failure", bug);
        return new Message(
                        Status.INTERNAL_SERVER_ERROR, Messages::wentWrong, Messages::wentWrongText)
                .answer();
    }

    /** The page for a refusal of which only the status is known. */
    static Message ofStatus(int status) {
        return switch (status) {
            case 404 ->
                    new Message(Status.NOT_FOUND, Messages::nothingHere, Messages::nothingHereText);
            case 403 ->
                    new Message(Status.FORBIDDEN, Messages::notAllowed, Messages::notAllowedText);
            default ->
                    new Message(
                            Status.fromStatusCode(status),
                            Messages::cannotBeDone,
                            Messages::cannotBeDoneText);
        };
    }
}
