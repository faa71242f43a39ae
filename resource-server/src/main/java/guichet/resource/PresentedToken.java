package guichet.resource;

import guichet.oauth.BearerHeader;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import io.vertx.core.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How a request presents its token, RFC 6750 §2: only the header of §2.1 is taken. */
final class PresentedToken {
    /** A longer form is left unread: nobody has proved yet who sends it. */
    private static final int LARGEST_BYTES = 16_384;

    private static final Pattern PARAMETER = Pattern.compile("(^|&)access_token=");

    private PresentedToken() {}

    /**
     * The token.
     *
     * @throws guichet.oauth.OAuthException when there is none, or it is not as it must be
     */
    static OpaqueToken of(ContainerRequestContext request) throws IOException {
        if (request.getUriInfo().getQueryParameters().containsKey("access_token")) {
            throw Reason.TOKEN_MISPLACED.refuse(
                    "a token in the address ends up in logs: send it as Authorization: Bearer");
        }
        if (isInForm(request)) {
            throw Reason.TOKEN_MISPLACED.refuse(
                    "a token in the body is not taken: send it as Authorization: Bearer");
        }
        List<String> sent = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (sent.size() > 1) {
            throw Reason.TOKEN_HEADER_MALFORMED.refuse("send one Authorization header and no more");
        }
        return sent.stream()
                .findFirst()
                .flatMap(BearerHeader::token)
                .orElseThrow(() ->
                        Reason.TOKEN_MISSING.refuse(
                                "send an access token in the header Authorization: Bearer"));
    }

    /** The form of RFC 6750 §2.2, looked for only to refuse it. */
    private static boolean isInForm(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (type == null
                || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || request.getLength() <= 0
                || request.getLength() > LARGEST_BYTES
                || Context.isOnEventLoopThread()) {
            return false;
        }
        byte[] body = request.getEntityStream().readNBytes(LARGEST_BYTES);
        request.setEntityStream(new ByteArrayInputStream(body)); // for the endpoint
        return PARAMETER.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }
}
