package guichet.authorization.people.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What letters say, in plain text. */
@CheckedTemplate(basePath = "letters")
final class LetterTemplates {
    private LetterTemplates() {}

    static native TemplateInstance verifyAddress(String username, String issuer, String link);

    static native TemplateInstance invitation(String username, String issuer, String link);

    static native TemplateInstance resetPassword(
            String name, String username, String issuer, String link);

    static native TemplateInstance addressInUse(String name, String username, String issuer);

    static native TemplateInstance addressChanges(String name, String username, String issuer);

    static native TemplateInstance passwordChanged(String name, String username, String issuer);
}
