package guichet.authorization.account;

import guichet.authorization.flow.Visitor;
import guichet.authorization.flow.Visitors;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.FilledIn;
import guichet.authorization.page.SeeOther;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets in who is signed in, and forms from pages that were shown to the same person. */
@ApplicationScoped
class Entrance {
    private final Visitors visitors;
    private final String issuer;

    Entrance(Visitors visitors, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.visitors = visitors;
        this.issuer = issuer;
    }

    /** A page of the account; anybody else is sent to sign in. */
    RestResponse<String> show(HttpHeaders headers, Function<Guest, RestResponse<String>> page) {
        return guest(headers).map(page).orElseGet(this::signIn);
    }

    /** What a form of the account does; one that was not made for this person does nothing. */
    RestResponse<String> take(
            MultivaluedMap<String, String> body,
            HttpHeaders headers,
            BiFunction<Guest, FilledIn, RestResponse<String>> deed) {
        var form = new FilledIn(body);
        Visitor visitor = visitors.of(headers);
        if (!visitor.browser().made(form)) {
            return ErrorPage.startAgain();
        }
        return visitor.person()
                .map(person -> new Guest(visitor.browser(), person))
                .filter(guest -> isFor(guest, form))
                .map(guest -> deed.apply(guest, form))
                .orElseGet(this::signIn);
    }

    /** Back to the account, which says what was done. */
    RestResponse<String> done(Done done) {
        return SeeOther.page(URI.create(issuer + "/account?done=" + done.word()));
    }

    private Optional<Guest> guest(HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return visitor.person().map(person -> new Guest(visitor.browser(), person));
    }

    private static boolean isFor(Guest guest, FilledIn form) {
        return form.find("person").equals(Optional.of(guest.id()));
    }

    private RestResponse<String> signIn() {
        return SeeOther.page(URI.create(issuer + "/login"));
    }
}
