package guichet.resource;

import guichet.oauth.BearerHeader;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.resource.RequiresScope.Audience;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a request presents its token, RFC 6750 §2: in the header of §2.1 and, where the issuer asks,
 * in a form, §2.2.
 */
final class PresentedToken {
    /** The rest of a longer form is left unread: nobody has proved yet who sends it. */
    private static final int LARGEST_BYTES = 16_384;

    private static final Set<String> WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

    /** No sender encodes a character of a JWT. */
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)access_token=([^&]*)");

    private static final String EXPECTED = Expected.class.getName();

    private PresentedToken() {}

    /** For whom the token has to be, and what was found in the form. */
    private record Expected(Audience audience, List<String> inForm) {
        static Expected by(RoutingContext context) {
            return context.get(EXPECTED, new Expected(Audience.API, List.of()));
        }
    }

    /** For whom it has to be. */
    static Audience audience(RoutingContext context) {
        return Expected.by(context).audience();
    }

    /**
     * The token, if there is one.
     *
     * @throws guichet.oauth.OAuthException when it is not as or where it must be
     */
    static Optional<OpaqueToken> of(RoutingContext context) {
        Expected expected = Expected.by(context);
        if (!tokensIn(context.request().query()).isEmpty()) {
            throw Reason.TOKEN_MISPLACED.refuse(
                    "a token in the address ends up in logs: send it as Authorization: Bearer");
        }
        if (expected.audience() == Audience.API && !expected.inForm().isEmpty()) {
            throw Reason.TOKEN_MISPLACED.refuse(
                    "a token in the body is not taken: send it as Authorization: Bearer");
        }
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() > 1) {
            throw Reason.TOKEN_HEADER_MALFORMED.refuse("send one Authorization header and no more");
        }
        return one(headers.stream().findFirst().flatMap(BearerHeader::token), expected.inForm());
    }

    private static Optional<OpaqueToken> one(Optional<OpaqueToken> inHeader, List<String> inForm) {
        if (inForm.size() > 1) {
            throw Reason.TOKEN_SENT_TWICE.refuse("parameter access_token is repeated");
        }
        if (inHeader.isPresent() && !inForm.isEmpty()) {
            throw Reason.TOKEN_SENT_TWICE.refuse(
                    "send the access token in the header or in the form, not in both");
        }
        return inHeader.or(() -> inForm.stream().findFirst().map(OpaqueToken::of));
    }

    /**
     * Says for whom it has to be, and looks into the form, which an event loop cannot; not where a
     * body has no meaning, RFC 6750 §2.2.
     */
    static void expect(Audience audience, ContainerRequestContext request, RoutingContext context)
            throws IOException {
        MediaType type = request.getMediaType();
        boolean isForm =
                !WITHOUT_BODY.contains(request.getMethod())
                        && type != null
                        && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                        && !Context.isOnEventLoopThread();
        context.put(EXPECTED, new Expected(audience, isForm ? tokensIn(form(request)) : List.of()));
    }

    private static String form(ContainerRequestContext request) throws IOException {
        InputStream body = request.getEntityStream();
        byte[] read = body.readNBytes(LARGEST_BYTES);
        request.setEntityStream( // for the endpoint
                new SequenceInputStream(new ByteArrayInputStream(read), body));
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    private static List<String> tokensIn(@Nullable String parameters) {
        return parameters == null
                ? List.of()
                : PARAMETER.matcher(parameters).results().map(it -> it.group(1)).toList();
    }
}
