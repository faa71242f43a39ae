package guichet.authorization.permission;

import guichet.authorization.account.AccountAccess;
import guichet.authorization.account.AccountChange;
import guichet.authorization.account.AccountVisitor;
import guichet.authorization.claim.Extent;
import guichet.authorization.consent.Words;
import guichet.authorization.page.Page;
import guichet.authorization.session.PostedForm;
import guichet.kit.registry.RegisteredClient;
import guichet.kit.registry.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people see which applications have their permission, and take it back. */
@ApplicationScoped
class ApplicationsPage {
    private final Permissions permissions;
    private final RegisteredClients clients;
    private final Words words;
    private final AccountAccess access;

    ApplicationsPage(
            Permissions permissions, RegisteredClients clients, Words words, AccountAccess access) {
        this.permissions = permissions;
        this.clients = clients;
        this.words = words;
        this.access = access;
    }

    RestResponse<String> show(AccountVisitor visitor) {
        List<PermittedApplication> applications =
                permissions.of(visitor.person().personId()).entrySet().stream()
                        .map(it -> application(it.getKey(), it.getValue()))
                        .toList();
        var template = PermissionTemplates.applications(applications, visitor.hidden());
        return Page.of(Status.OK, template).answer();
    }

    RestResponse<String> withdraw(AccountVisitor visitor, PostedForm form) {
        UUID person = visitor.person().personId();
        String clientId = form.require("client_id");
        if (!permissions.of(person).containsKey(clientId)) {
            return access.done(AccountChange.NO_PERMISSION);
        }
        permissions.withdraw(person, clientId);
        return access.done(AccountChange.APPLICATION);
    }

    /** One that was deleted has no name any more. */
    private PermittedApplication application(String clientId, Extent approved) {
        String name =
                clients.find(clientId).map(RegisteredClient::nameForPeople).orElse("A deleted one");
        return new PermittedApplication(clientId, name, words.of(approved));
    }
}
