package guichet.authorization.page;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.kit.browser.PolicyHash;
import guichet.oauth.HttpAddress;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * A page on its way to a browser, with the headers that protect it.
 *
 * @param leadsTo addresses to which its form may lead beside ours: browsers apply {@code
 *     form-action} to the redirect that answers a form; empty if it may lead anywhere
 * @param frames addresses that it loads in frames
 * @param scripts those that it may run, each to the letter
 */
public record Page(
        Status status,
        TemplateInstance template,
        Optional<List<String>> leadsTo,
        List<URI> frames,
        List<String> scripts) {
    /** No page of ours needs any of these, nor does what it frames. */
    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final Pattern HOST_SOURCE =
            Pattern.compile("https?://[a-z0-9-]+(\\.[a-z0-9-]+)*(:\\d+)?");

    public Page {
        leadsTo = leadsTo.map(List::copyOf);
        frames = List.copyOf(frames);
        scripts = List.copyOf(scripts);
    }

    /** A page whose forms stay with us; images are our own. */
    public static Page of(Status status, TemplateInstance template) {
        return new Page(status, template, Optional.of(List.of()), List.of(), List.of());
    }

    /** The same, with a form that may lead to these addresses. */
    public Page leadingTo(List<String> addresses) {
        return new Page(status, template, Optional.of(addresses), frames, scripts);
    }

    /** The same, with a form that may lead anywhere. */
    public Page leadingAnywhere() {
        return new Page(status, template, Optional.empty(), frames, scripts);
    }

    /** The same, with this script, which stands in the template to the letter. */
    public Page running(String script) {
        return new Page(status, template, leadsTo, frames, List.of(script));
    }

    /** The same, with these addresses in frames. */
    public Page framing(List<URI> addresses) {
        return new Page(status, template, leadsTo, addresses, scripts);
    }

    /** The answer. */
    public RestResponse<String> answer() {
        return answer(Optional.empty());
    }

    /** The answer, with a cookie if there is one to set. */
    public RestResponse<String> answer(Optional<NewCookie> cookie) {
        var answer =
                ResponseBuilder.create(status, template.render())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .header(CACHE_CONTROL, "no-store")
                        .header("Content-Security-Policy", contentSecurityPolicy())
                        .header("X-Frame-Options", "DENY")
                        .header("Permissions-Policy", PERMISSIONS)
                        .header("Referrer-Policy", "no-referrer");
        cookie.ifPresent(answer::cookie);
        return answer.build();
    }

    private String contentSecurityPolicy() {
        // The icons of Pico's style sheet are data.
        return "default-src 'none'; style-src 'self'; img-src 'self' data:;"
                + formTargets()
                + frameSources()
                + scriptSources()
                + " frame-ancestors 'none'; base-uri 'none'";
    }

    private String formTargets() {
        return leadsTo.map(addresses -> sources(addresses.stream().map(URI::create)))
                .map(" form-action 'self'%s;"::formatted)
                .orElse("");
    }

    private String frameSources() {
        return frames.isEmpty() ? "" : " frame-src%s;".formatted(sources(frames.stream()));
    }

    private String scriptSources() {
        return scripts.isEmpty()
                ? ""
                : scripts.stream()
                        .map(PolicyHash::of)
                        .collect(Collectors.joining(" ", " script-src ", ";"));
    }

    private static String sources(Stream<URI> addresses) {
        return addresses
                .map(Page::source)
                .distinct()
                .map(it -> " " + it)
                .collect(Collectors.joining());
    }

    /**
     * The origin of a web address; the scheme alone of an application's private one, and of a host
     * that CSP Level 3 §2.3.1 has no form for: an IPv6 address, a name with an underscore or with
     * the dot of the root.
     */
    private static String source(URI address) {
        return HttpAddress.of(address)
                .map(HttpAddress::origin)
                .filter(it -> HOST_SOURCE.matcher(it).matches())
                .orElseGet(() -> address.getScheme() + ":");
    }
}
