package guichet.authorization.front;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.language.LanguageCookie;
import guichet.authorization.language.Languages;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.SeeOther;
import guichet.oauth.Form;
import guichet.oauth.HttpAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The switch at the foot of every page. Its form bears no proof that it is ours, since it is also
 * on pages for browsers that are not known yet: browsers say that the page of another site sent it,
 * and {@link Limited} refuses that. Of an old browser a site could change the language, and no
 * more.
 */
@Path("/language")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class LanguageEndpoint {
    private final Languages languages;
    private final LanguageCookie cookie;
    private final String issuer;

    LanguageEndpoint(
            Languages languages,
            LanguageCookie cookie,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.languages = languages;
        this.cookie = cookie;
        this.issuer = issuer;
    }

    /** Keeps the language, if there is one of that name, and goes back. */
    @POST
    @Limited(Limit.FORM)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> choose(MultivaluedMap<String, String> body) {
        var form = new Form(body);
        URI back = ofOurs(form.findGood("back").orElse("/"));
        return SeeOther.page(
                back, form.findGood("language").flatMap(languages::find).map(cookie::of));
    }

    /** An address below the issuer's own, whatever is asked for. */
    private URI ofOurs(String path) {
        return HttpAddress.uri(issuer + path)
                .filter(_ -> path.startsWith("/"))
                .orElseGet(() -> URI.create(issuer + "/"));
    }
}
