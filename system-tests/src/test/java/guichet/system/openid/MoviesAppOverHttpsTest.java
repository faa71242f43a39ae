package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.net.URI;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The suite's own application and API, when the issuer is https of a private authority. */
@OnHttpsStack
class MoviesAppOverHttpsTest {
    @AutoClose private final Visitor bob;
    private final URI application;

    MoviesAppOverHttpsTest(Provider provider) {
        this.bob = Visitor.named("bob", provider);
        this.application = provider.stack().application();
    }

    @Test
    @Tag("OIDC-Core-3.1")
    void a_person_signs_in_and_sees_their_films_from_the_api() {
        HtmlPage page = bob.approves(bob.opens(application.resolve("/my-films")));

        assertThat(page.getUrl()).hasToString(application.resolve("/my-films").toString());
        assertThat(Visitor.heading(page)).isEqualTo("My films");
    }
}
