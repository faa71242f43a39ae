package guichet.authorization.permission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/** The templates of permissions, checked against these signatures. */
@CheckedTemplate(basePath = "account")
final class PermissionTemplates {
    private PermissionTemplates() {}

    static native TemplateInstance applications(
            List<PermittedApplication> applications, Map<String, String> hidden);
}
