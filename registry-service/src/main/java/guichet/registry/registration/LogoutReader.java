package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.contradictory;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import guichet.registryclient.LogoutMetadata;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a client wants to hear of sign-outs: OpenID Connect RP-Initiated Logout §3.1,
 * Back-Channel Logout §2.2 and Front-Channel Logout §2.
 */
final class LogoutReader {
    private static final String POST_LOGOUT = "post_logout_redirect_uris";
    private static final String FRONT_CHANNEL = "frontchannel_logout_uri";

    private LogoutReader() {}

    static LogoutMetadata read(
            MetadataFields fields, List<String> redirectUris, RedirectSchemes schemes) {
        Optional<URI> frontChannel = WebAddress.called(fields, FRONT_CHANNEL);
        frontChannel.ifPresent(address -> checkOrigin(address, redirectUris));
        return new LogoutMetadata(
                postLogoutRedirectUris(fields, schemes),
                WebAddress.called(fields, "backchannel_logout_uri"),
                fields.flag("backchannel_logout_session_required", false),
                frontChannel,
                fields.flag("frontchannel_logout_session_required", false));
    }

    private static List<String> postLogoutRedirectUris(
            MetadataFields fields, RedirectSchemes schemes) {
        List<String> addresses = fields.texts(POST_LOGOUT, WebAddress.LONGEST).orElse(List.of());
        RedirectAddress.check(
                Reason.POST_LOGOUT_REDIRECT_URI_NOT_ALLOWED, POST_LOGOUT, addresses, schemes);
        return addresses;
    }

    /** Front-Channel Logout §2: what a browser is made to load must be the client's own. */
    private static void checkOrigin(URI address, List<String> redirectUris) {
        Optional<String> origin = origin(address.toString());
        boolean own = redirectUris.stream().map(LogoutReader::origin).anyMatch(origin::equals);
        if (!own) {
            throw contradictory(
                    FRONT_CHANNEL, "must have scheme, host and port of one of the redirect_uris");
        }
    }

    private static Optional<String> origin(String address) {
        return HttpAddress.of(address).map(HttpAddress::origin);
    }
}
