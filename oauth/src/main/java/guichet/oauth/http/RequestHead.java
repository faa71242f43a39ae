package guichet.oauth.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request as HTTP/1.0 or 1.1 has it.
 *
 * @param isOld whether it is HTTP/1.0, which knows neither {@code Host} nor transfer codings
 * @param target the request target as it was sent
 * @param headers the values of a header, by its name in lower case
 */
public record RequestHead(boolean isOld, String target, Function<String, List<String>> headers) {
    /** A name of 255 octets, RFC 3986 §3.2.2, and a port. */
    private static final int LONGEST_HOST = 255 + ":65535".length();

    private static final String NAME_PART = "[\\w.~!$&'()*+,;=-]*+";

    /**
     * {@code uri-host [":" port]} of RFC 9110 §7.2, not empty: http has no address without host.
     * Possessive, since each repetition that could be taken back would need room on the stack.
     */
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:\\[[0-9A-Fa-f:.]++]|(?=[^:])%1$s(?:%%[0-9A-Fa-f]{2}%1$s)*+)(?::[0-9]{0,5})?"
                            .formatted(NAME_PART));

    /** RFC 9110 §8.3.1 and §5.6.6, by which a semicolon may stand for no parameter. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(
                    "%1$s/%1$s(?:[ \t]*+;[ \t]*+(?:%2$s)?+)*+[ \t]*+"
                            .formatted(MediaTypeSyntax.TOKEN, MediaTypeSyntax.PARAMETER));

    private static final Pattern LENGTH = Pattern.compile("[0-9]++");

    /** Of a length that is a {@code long}, whatever they are. */
    private static final int MOST_DIGITS = 18;

    /** A percent sign that begins no octet, RFC 3986 §2.1, in a path. */
    private static final Pattern BROKEN_OCTET =
            Pattern.compile("^[^?#]*%(?![0-9A-Fa-f]{2})", Pattern.DOTALL);

    /** Of a target in origin or absolute form, RFC 9112 §3.2. */
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*+://[^/?#]*+)?+([^?#]*+)", Pattern.DOTALL);

    /**
     * What one reader takes for a part of a name and another for the structure of the path, RFC
     * 3986 §3.3 and §7.3: a gateway that chooses by one reading must not pass on the other.
     */
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "//|[\\\\;]|/\\.{1,2}(?:/|$)|%(?:00|2e|2f|3b|5c)", Pattern.CASE_INSENSITIVE);

    /** What is wrong with it, if anything. */
    public Optional<HttpFault> fault() {
        return host().or(this::transferCoding)
                .or(this::contentCoding)
                .or(this::contentType)
                .or(this::path)
                .or(this::length);
    }

    /** RFC 9112 §3.2: exactly one {@code Host}, and a good one; its value decides nothing here. */
    private Optional<HttpFault> host() {
        List<String> hosts = headers.apply("host");
        boolean isMissing = hosts.isEmpty() && !isOld;
        boolean isGood = hosts.stream().allMatch(RequestHead::isHost);
        return isMissing || hosts.size() > 1 || !isGood
                ? fault(400, "send one Host header, with host and port of the address")
                : Optional.empty();
    }

    private static boolean isHost(String text) {
        return text.length() <= LONGEST_HOST && HOST.matcher(text).matches();
    }

    /** RFC 9112 §6.1: none but {@code chunked}, and none at all before HTTP/1.1. */
    private Optional<HttpFault> transferCoding() {
        List<String> codings = headers.apply("transfer-encoding");
        if (codings.isEmpty()) {
            return Optional.empty();
        }
        if (isOld) {
            return fault(400, "HTTP/1.0 has no Transfer-Encoding");
        }
        return codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked")
                ? Optional.empty()
                : fault(501, "no Transfer-Encoding is taken but chunked");
    }

    /** RFC 9110 §15.5.16; a header without a body to it says nothing. */
    private Optional<HttpFault> contentCoding() {
        boolean isEncoded =
                headers.apply("content-encoding").stream()
                        .map(String::strip)
                        .anyMatch(each -> !each.isEmpty() && !each.equalsIgnoreCase("identity"));
        return isEncoded && hasBody() ? Optional.of(HttpFault.encoded()) : Optional.empty();
    }

    /** RFC 9110 §8.3: one media type. The framework fails on anything else. */
    private Optional<HttpFault> contentType() {
        List<String> types = headers.apply("content-type");
        return types.size() > 1 || !types.stream().allMatch(RequestHead::isMediaType)
                ? fault(400, "send one Content-Type, a media type such as application/json")
                : Optional.empty();
    }

    private static boolean isMediaType(String text) {
        return text.length() <= MediaTypeSyntax.LONGEST && MEDIA_TYPE.matcher(text).matches();
    }

    private boolean hasBody() {
        return !headers.apply("transfer-encoding").isEmpty()
                || headers.apply("content-length").stream().anyMatch(each -> !each.equals("0"));
    }

    private Optional<HttpFault> path() {
        if (BROKEN_OCTET.matcher(target).find()) {
            return Optional.of(HttpFault.of(400));
        }
        Matcher path = PATH.matcher(target);
        return path.lookingAt() && AMBIGUOUS.matcher(path.group(1)).find()
                ? Optional.of(HttpFault.ambiguous())
                : Optional.empty();
    }

    /** RFC 9110 §8.6 and §15.5.14; a length not announced shows when the body is read. */
    private Optional<HttpFault> length() {
        List<String> lengths = headers.apply("content-length");
        if (!lengths.stream().allMatch(each -> LENGTH.matcher(each).matches())) {
            return fault(400, "send the length of the body as Content-Length, in digits");
        }
        return lengths.stream().anyMatch(RequestHead::isTooLarge)
                ? Optional.of(HttpFault.of(413))
                : Optional.empty();
    }

    private static boolean isTooLarge(String length) {
        return length.length() > MOST_DIGITS || Long.parseLong(length) > HttpLimits.BODY;
    }

    private static Optional<HttpFault> fault(int status, String words) {
        return Optional.of(HttpFault.malformed(status, words));
    }
}
