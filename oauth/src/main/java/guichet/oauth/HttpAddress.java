package guichet.oauth;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https address, RFC 9110 §4.2, that has a host and no user information: the
 * one reader of hosts, since {@link URI#getHost()} is null for names that browsers and DNS know.
 *
 * @param scheme {@code https} or {@code http}
 * @param host as DNS has it, in lower-case ASCII and without the dot of the root, which names the
 *     same host; an IPv6 address in its brackets
 * @param port empty for that of the scheme, when it is left out
 */
public record HttpAddress(URI uri, String scheme, String host, Optional<Integer> port) {
    private static final String ROOT = ".";
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("%s(\\.%s)*".formatted(LABEL, LABEL));
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]+");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.*?)(?::(\\d{0,5}))?");

    /** Reads a text; empty when it is anything else. */
    public static Optional<HttpAddress> of(String text) {
        return uri(text).flatMap(HttpAddress::of);
    }

    /** Reads a URI; empty when it is anything else. */
    public static Optional<HttpAddress> of(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.empty();
        }
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Integer> port =
                Optional.ofNullable(parts.group(2))
                        .filter(digits -> !digits.isEmpty())
                        .map(Integer::valueOf);
        if (port.filter(it -> it < 1 || it > HIGHEST_PORT).isPresent()) {
            return Optional.empty();
        }
        return host(uri, parts.group(1)).map(host -> new HttpAddress(uri, scheme, host, port));
    }

    /** A text as any URI, RFC 3986; empty when it is none. */
    public static Optional<URI> uri(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return Optional.empty(); // half a surrogate pair, which URI takes and cannot encode
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(URI uri, String text) {
        String host = text.toLowerCase(Locale.ROOT);
        return host.startsWith("[")
                ? Optional.of(host).filter(it -> uri.getHost() != null && isMatch(IPV6, it))
                : ascii(host)
                        .map(HttpAddress::withoutRoot)
                        .filter(it -> it.length() <= LONGEST_HOST && isMatch(NAME, it));
    }

    private static String withoutRoot(String name) {
        return name.endsWith(ROOT) ? name.substring(0, name.length() - ROOT.length()) : name;
    }

    private static boolean isMatch(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    /**
     * The name as DNS has it, RFC 3490 §4; empty where browsers might read another one, since later
     * rules than these map some letters differently.
     */
    private static Optional<String> ascii(String host) {
        try {
            String ascii = IDN.toASCII(host);
            boolean isSame = ascii.equals(host) || IDN.toUnicode(ascii).equals(host);
            return isSame ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean isHttps() {
        return scheme.equals("https");
    }

    /** Whether it never leaves the machine, RFC 8252 §7.3. */
    public boolean isLoopback() {
        return isMatch(LOOPBACK, host);
    }

    /** Whether nobody on the way can read or change what is there: https, or http on loopback. */
    public boolean isProtected() {
        return isHttps() || isLoopback();
    }

    /** The port, also where it is left out. */
    public int effectivePort() {
        return port.orElse(isHttps() ? 443 : 80);
    }

    /**
     * Scheme, host and port as browsers write them, RFC 6454 §6.2; to them a name with the dot of
     * the root is another one.
     */
    public String origin() {
        boolean isUsual = effectivePort() == (isHttps() ? 443 : 80);
        return scheme + "://" + writtenHost() + (isUsual ? "" : ":" + effectivePort());
    }

    private String writtenHost() {
        String authority = uri.getRawAuthority();
        boolean hasRoot = authority.endsWith(ROOT) || authority.contains(ROOT + ":");
        return hasRoot ? host + ROOT : host;
    }

    /** Path and query, as a request to the host has them, RFC 9112 §3.2.1. */
    public String target() {
        URI ascii = URI.create(encoded(uri));
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /**
     * Any address in ASCII alone, as a header needs it, RFC 3987 §3.1: a host as DNS has it, the
     * rest percent-encoded. One that is ASCII stays as it is, to the letter.
     */
    public static URI ascii(URI address) {
        String encoded = encoded(address);
        return encoded.equals(address.toString())
                ? address
                : URI.create(of(address).map(it -> it.withAsciiHost(encoded)).orElse(encoded));
    }

    /**
     * RFC 3987 §3.1, each character by itself: {@link URI#toASCIIString} composes them before, and
     * where one is written {@code %2E}, an accent that follows takes its last letter.
     */
    private static String encoded(URI address) {
        return BEYOND_ASCII
                .matcher(address.toString())
                .replaceAll(it -> URLEncoder.encode(it.group(), StandardCharsets.UTF_8));
    }

    private String withAsciiHost(String encoded) {
        String authority = URI.create(encoded).getRawAuthority();
        int rest = encoded.indexOf("//") + "//".length() + authority.length();
        String named = writtenHost() + port.map(it -> ":" + it).orElse("");
        return scheme + "://" + named + encoded.substring(rest);
    }

    /**
     * An identifier as {@link #normalised()} has it; one that is no such address stays as it is.
     */
    public static String normalise(String identifier) {
        return of(identifier).map(HttpAddress::normalised).orElse(identifier);
    }

    /**
     * One text for all that differ in the case of scheme and host or a usual port, RFC 3986 §6.2.3.
     */
    public String normalised() {
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        return origin() + target() + fragment;
    }
}
