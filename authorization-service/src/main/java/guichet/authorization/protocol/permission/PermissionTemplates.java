package guichet.authorization.protocol.permission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/** The templates of permissions, checked against these signatures. */
@CheckedTemplate(basePath = "account")
final class PermissionTemplates {
    private PermissionTemplates() {}

    /**
     * The applications with a person's permission.
     *
     * @param more the last of them if there are others after it, or empty
     */
    static native TemplateInstance applications(
            List<PermittedApplication> applications, String more, Map<String, String> hidden);
}
