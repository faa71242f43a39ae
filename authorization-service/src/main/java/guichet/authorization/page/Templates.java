package guichet.authorization.page;

import guichet.authorization.language.Phrase;
import guichet.authorization.language.Text;
import guichet.authorization.page.FormView.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates, checked against these signatures when the service is built. */
@CheckedTemplate(basePath = "")
public final class Templates {
    private Templates() {}

    /**
     * The sign-in page.
     *
     * @param fault what went wrong before, or null
     */
    public static native TemplateInstance login(
            String request,
            String csrf,
            String application,
            String username,
            @Nullable SignInFault fault);

    /**
     * The page on which to choose an account.
     *
     * @param account the one that is signed in
     */
    public static native TemplateInstance choice(
            String request, String csrf, String application, Account account);

    /**
     * The approval page.
     *
     * @param person to whom it is shown, so that nobody else's session answers for them
     */
    public static native TemplateInstance consent(
            String request, String csrf, UUID person, Approval approval);

    /** The first page of all. */
    public static native TemplateInstance front();

    /**
     * A form that carries an answer to the application.
     *
     * @param address where it leads
     * @param script submits it
     */
    public static native TemplateInstance formPost(
            String address, Map<String, String> parameters, String script);

    /**
     * A page that goes on by itself.
     *
     * @param address where it leads
     * @param script leads there
     */
    public static native TemplateInstance onward(String address, String script);

    /**
     * Whether to sign out.
     *
     * @param application that asks, or empty
     */
    public static native TemplateInstance logout(
            String request, String csrf, String application, String displayName);

    /**
     * What a person sees who has signed out.
     *
     * @param frames addresses that end the sessions of applications in this browser
     * @param onward where to go from here
     */
    public static native TemplateInstance signedOut(
            List<String> frames, String application, Onwards onward);

    /**
     * Whether to go on to an application that nobody here answers for.
     *
     * @param posted whether a form leads there, which has the answer in its fields, and no link
     * @param destination where they would go
     * @param answer what the application is told
     */
    public static native TemplateInstance departure(
            Text destination, String address, boolean posted, Map<String, String> answer);

    /** A page with one form. */
    public static native TemplateInstance form(FormView form);

    /** A page that says one thing. */
    public static native TemplateInstance notice(Text title, Text text, List<Link> links);

    /**
     * What went wrong, and what to do.
     *
     * @param fault what developers read, in English
     * @param code names the page that explains it
     */
    public static native TemplateInstance error(Text title, Text advice, String fault, String code);

    /**
     * What an error means, in English.
     *
     * @param title its name, or empty for all of them
     * @param html ours, made from the documentation
     */
    public static native TemplateInstance explanation(String title, String html);

    /**
     * Why somebody is not signed in.
     *
     * @param rests whether the name has to rest after too many attempts, whatever is filled in
     */
    public record SignInFault(Text text, boolean rests) {}

    /**
     * Where somebody goes who has signed out.
     *
     * @param address or empty
     * @param asksFirst whether the person is asked; otherwise the page goes on by itself
     */
    public record Onwards(String address, boolean asksFirst) {
        public static final Onwards NOWHERE = new Onwards("", false);

        /** In words. */
        public Text destination() {
            return new Destination(address);
        }
    }

    /** An account to go on with. */
    public record Account(UUID person, String username, String displayName) {}

    /**
     * What a person approves.
     *
     * @param site the application's address, or empty
     * @param logo the address of its logo, or empty
     * @param scopes what it wants to do, in words
     * @param destination where the person will be sent
     * @param refusedDestination where who refuses will be sent
     * @param signedInAs who approves
     * @param selfRegistered whether nobody here answers for it
     */
    public record Approval(
            String application,
            String site,
            String description,
            String logo,
            String terms,
            String policy,
            List<Phrase> scopes,
            Destination destination,
            Destination refusedDestination,
            String signedInAs,
            boolean selfRegistered) {
        public Approval {
            scopes = List.copyOf(scopes);
        }

        /** Stands in for the logo. */
        public String initial() {
            return application.isEmpty() ? "" : Character.toString(application.codePointAt(0));
        }
    }
}
