package guichet.authorization.protocol.permission;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.page.Page;
import guichet.authorization.people.account.AccountChange;
import guichet.authorization.people.account.AccountGuard;
import guichet.authorization.people.account.AccountVisitor;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.consent.Words;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people see which applications have their permission, and take it back. */
@ApplicationScoped
class ApplicationsPage {
    private static final int MOST = 50;

    private final Permissions permissions;
    private final RegisteredClients clients;
    private final Words words;
    private final AccountGuard guard;
    private final PreferredLanguage language;

    ApplicationsPage(
            Permissions permissions,
            RegisteredClients clients,
            Words words,
            AccountGuard guard,
            PreferredLanguage language) {
        this.permissions = permissions;
        this.clients = clients;
        this.words = words;
        this.guard = guard;
        this.language = language;
    }

    RestResponse<String> show(AccountVisitor visitor, Optional<String> after) {
        UUID person = visitor.person().personId();
        String before = after.filter(RegisteredClients::canBeClientId).orElse("");
        List<String> found = permissions.clientsOf(person, before, MOST + 1);
        List<String> shown = found.subList(0, Math.min(found.size(), MOST));
        List<PermittedApplication> applications =
                permissions.of(person, shown).entrySet().stream()
                        .map(it -> application(it.getKey(), it.getValue()))
                        .toList();
        String more = found.size() > MOST ? shown.getLast() : "";
        var template = PermissionTemplates.applications(applications, more, visitor.hidden());
        return Page.of(Status.OK, template).answer();
    }

    RestResponse<String> withdraw(AccountVisitor visitor, PostedForm form) {
        UUID person = visitor.person().personId();
        String clientId = form.require("client_id");
        if (!RegisteredClients.canBeClientId(clientId)
                || permissions.of(person, List.of(clientId)).isEmpty()) {
            return guard.done(AccountChange.NO_PERMISSION);
        }
        permissions.withdraw(person, clientId);
        return guard.done(AccountChange.APPLICATION);
    }

    /** One that was deleted has no name any more. */
    private PermittedApplication application(String clientId, Extent approved) {
        String name = clients.find(clientId).map(it -> it.nameFor(language.get())).orElse("");
        return new PermittedApplication(clientId, name, words.of(approved));
    }
}
