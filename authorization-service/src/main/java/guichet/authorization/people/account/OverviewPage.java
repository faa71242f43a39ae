package guichet.authorization.people.account;

import guichet.authorization.page.Page;
import guichet.authorization.people.account.AccountView.OpenSession;
import guichet.authorization.people.person.People;
import guichet.authorization.people.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The first page of an account: who it is, and at which browsers. */
@ApplicationScoped
class OverviewPage {
    private final People people;
    private final Sessions sessions;
    private final AccountGuard guard;

    OverviewPage(People people, Sessions sessions, AccountGuard guard) {
        this.people = people;
        this.sessions = sessions;
        this.guard = guard;
    }

    RestResponse<String> show(AccountVisitor visitor, Optional<String> done) {
        var person = visitor.person();
        var open =
                sessions.listOf(person.personId()).stream()
                        .map(it -> OpenSession.of(it, person.sid()))
                        .toList();
        var view =
                new AccountView(
                        people.profile(person.personId()).orElseThrow(),
                        open,
                        visitor.hidden(),
                        AccountChange.text(done));
        return Page.of(Status.OK, AccountTemplates.overview(view)).answer();
    }

    RestResponse<String> signOutOthers(AccountVisitor visitor) {
        sessions.endOthersOf(visitor.person());
        return guard.done(AccountChange.SESSIONS);
    }
}
