package guichet.moviesapp.language;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The switch at the foot of every page. */
@Path("/language")
@PermitAll
@RunOnVirtualThread
class LanguageEndpoint {
    private static final URI HOME = URI.create("/");

    private final Languages languages;

    LanguageEndpoint(Languages languages) {
        this.languages = languages;
    }

    /** Keeps the language, if there is one of that name, and goes back. */
    @POST
    public RestResponse<Void> choose(
            @RestForm @DefaultValue("") String language, @RestForm @DefaultValue("/") String back) {
        var answer = ResponseBuilder.<Void>seeOther(ofOurs(back).orElse(HOME));
        languages.find(language).map(LanguageCookie::of).ifPresent(answer::cookie);
        return answer.build();
    }

    /** A path here, and not one that begins with the name of a host, RFC 3986 §4.2. */
    private static Optional<URI> ofOurs(String path) {
        try {
            return Optional.of(new URI(path))
                    .filter(_ -> path.startsWith("/") && !path.startsWith("//"));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
