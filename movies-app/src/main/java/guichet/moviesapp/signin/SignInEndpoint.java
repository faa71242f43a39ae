package guichet.moviesapp.signin;

import guichet.moviesapp.language.LanguageCookie;
import guichet.moviesapp.language.Languages;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Where signing in begins, and where the provider sends people back to. All that happens in between
 * is done by the framework: authorization request, code, tokens, session.
 */
@Path("/sign-in")
@Authenticated
@RunOnVirtualThread
class SignInEndpoint {
    private final Languages languages;
    private final UserInfo person;

    SignInEndpoint(Languages languages, UserInfo person) {
        this.languages = languages;
        this.person = person;
    }

    /** From here on pages are in the language that the person says is theirs, if they say so. */
    @GET
    public RestResponse<Void> signedIn(@RestCookie(LanguageCookie.NAME) Optional<String> chosen) {
        var answer = ResponseBuilder.<Void>seeOther(URI.create("/my-films"));
        if (chosen.isEmpty()) {
            Optional.ofNullable(person.getString("locale"))
                    .flatMap(languages::best)
                    .map(LanguageCookie::of)
                    .ifPresent(answer::cookie);
        }
        return answer.build();
    }
}
