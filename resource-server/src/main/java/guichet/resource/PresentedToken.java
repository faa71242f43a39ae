package guichet.resource;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import io.vertx.core.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a request presents its token, RFC 6750 §2: only the header of §2.1 is taken. */
sealed interface PresentedToken {
    /** One token, in the header. */
    record Bearer(String token) implements PresentedToken {}

    /** None, or a credential of another scheme. */
    record Missing() implements PresentedToken {}

    /** Not as it must be. */
    record Misplaced(OAuthError error) implements PresentedToken {}

    static PresentedToken of(ContainerRequestContext request) throws IOException {
        if (request.getUriInfo().getQueryParameters().containsKey("access_token")) {
            return new Misplaced(
                    Reason.TOKEN_MISPLACED.error(
                            "a token in the address ends up in logs: send it as"
                                    + " Authorization: Bearer"));
        }
        if (TokenInForm.isIn(request)) {
            return new Misplaced(
                    Reason.TOKEN_MISPLACED.error(
                            "a token in the body is not taken: send it as Authorization: Bearer"));
        }
        List<String> sent = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (sent.size() > 1) {
            return new Misplaced(
                    Reason.TOKEN_HEADER_MALFORMED.error(
                            "send one Authorization header and no more"));
        }
        return sent.isEmpty() ? new Missing() : inHeader(sent.getFirst().strip());
    }

    private static PresentedToken inHeader(String header) {
        int end = header.indexOf(' ');
        String scheme = end < 0 ? header : header.substring(0, end);
        if (!scheme.toLowerCase(Locale.ROOT).equals("bearer")) {
            return new Missing();
        }
        String token = end < 0 ? "" : header.substring(end).strip();
        return token.isEmpty() || token.indexOf(' ') >= 0 || token.indexOf(',') >= 0
                ? new Misplaced(Reason.TOKEN_HEADER_MALFORMED.error("after Bearer comes one token"))
                : new Bearer(token);
    }

    /** The form of RFC 6750 §2.2, looked for only to refuse it. */
    final class TokenInForm {
        /** A longer form is left unread: nobody has proved yet who sends it. */
        private static final int LARGEST_BYTES = 16_384;

        private static final Pattern PARAMETER = Pattern.compile("(^|&)access_token=");

        private TokenInForm() {}

        static boolean isIn(ContainerRequestContext request) throws IOException {
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
}
