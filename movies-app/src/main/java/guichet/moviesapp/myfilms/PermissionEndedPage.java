package guichet.moviesapp.myfilms;

import guichet.moviesapp.language.Messages;
import guichet.moviesapp.page.Message;
import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Ends the application's own session when the API no longer takes its token: signing in again gets
 * a new one. Not sent there at once, since an API that refuses every token would make that a
 * circle.
 */
@Singleton
class PermissionEndedPage {
    private final OidcSession session;

    PermissionEndedPage(OidcSession session) {
        this.session = session;
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> ended(PermissionEnded ended) {
        var page = new Message(Status.FORBIDDEN, Messages::accessEnded, Messages::accessEndedText);
        return session.logout().replaceWith(page::answer);
    }
}
