package guichet.authorization.people.account;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.OpenerPolicy;
import guichet.authorization.page.SeeOther;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets in who is signed in, and forms from pages that were shown to the same person. */
@ApplicationScoped
public class AccountGuard {
    private final Visitors visitors;
    private final String issuer;

    AccountGuard(Visitors visitors, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.visitors = visitors;
        this.issuer = issuer;
    }

    /** A page of the account; anybody else is sent to sign in. */
    public RestResponse<String> show(
            HttpHeaders headers, Function<AccountVisitor, RestResponse<String>> page) {
        Visitor visitor = visitors.of(headers);
        return OpenerPolicy.apart(
                visitor.person()
                        .map(it -> page.apply(new AccountVisitor(visitor.browser(), it)))
                        .orElseGet(this::signIn));
    }

    /** What a form of the account does; one that was not made for this person does nothing. */
    public RestResponse<String> take(
            MultivaluedMap<String, String> body,
            HttpHeaders headers,
            BiFunction<AccountVisitor, PostedForm, RestResponse<String>> deed) {
        Visitor visitor = visitors.of(headers);
        return OpenerPolicy.apart(
                visitor.browser()
                        .posted(body)
                        .map(form -> take(visitor, form, deed))
                        .orElseGet(ErrorPage::startAgain));
    }

    /** Back to the account, which says what was done. */
    public RestResponse<String> done(AccountChange done) {
        return done(done, Optional.empty());
    }

    /** The same with a cookie to set, if there is one. */
    RestResponse<String> done(AccountChange done, Optional<NewCookie> cookie) {
        return SeeOther.page(URI.create(issuer + "/account?done=" + done.word()), cookie);
    }

    private RestResponse<String> take(
            Visitor visitor,
            PostedForm form,
            BiFunction<AccountVisitor, PostedForm, RestResponse<String>> deed) {
        return visitor.sender(form)
                .map(it -> deed.apply(new AccountVisitor(visitor.browser(), it), form))
                .orElseGet(this::signIn);
    }

    private RestResponse<String> signIn() {
        return SeeOther.page(URI.create(issuer + "/login"));
    }
}
