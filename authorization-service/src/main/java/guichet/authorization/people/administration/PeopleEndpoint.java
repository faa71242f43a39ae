package guichet.authorization.people.administration;

import static guichet.kit.audit.AuditEvent.PASSWORD_RESET_MADE;
import static guichet.kit.audit.AuditEvent.PERSON_ADDED;
import static guichet.kit.audit.AuditField.GROUPS;
import static guichet.kit.audit.AuditField.ROLES;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.authorization.people.mail.LetterDelivery;
import guichet.authorization.people.person.Membership;
import guichet.authorization.people.person.Person;
import guichet.oauth.Reason;
import guichet.resource.RequiresScope;
import guichet.resource.RequiresScope.Acting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The people, for administrators, {@code docs/people.md}. */
@Path("/admin/people")
@Produces(APPLICATION_JSON)
@RequiresScope(value = "people:admin", as = Acting.APPLICATION)
@Cache(noStore = true)
@RunOnVirtualThread
class PeopleEndpoint {
    private final PeopleControl control;
    private final LetterDelivery letters;
    private final AdministratorAudit audit;

    PeopleEndpoint(PeopleControl control, LetterDelivery letters, AdministratorAudit audit) {
        this.control = control;
        this.letters = letters;
        this.audit = audit;
    }

    /** Makes an account, whose password nobody knows: answers or mails the way to one. */
    @POST
    @Consumes(APPLICATION_JSON)
    public RestResponse<ResetLink> create(
            String body, @RestQuery @DefaultValue("false") boolean mail) {
        Person person =
                control.add(NewAccount.read(body), control.nobodysPassword())
                        .orElseThrow(() ->
                                Reason.USERNAME_TAKEN.refuse(
                                        "this username is taken: choose another one"));
        audit.tell(
                PERSON_ADDED,
                person,
                ROLES.are(person.names(Membership.ROLES)),
                GROUPS.are(person.names(Membership.GROUPS)));
        return RestResponse.status(Status.CREATED, way(person, mail));
    }

    @GET
    @Path("{username}")
    public DescribedPerson show(@RestPath String username) {
        return control.describe(find(username));
    }

    /** Says which roles the person has; tokens that are good go on saying what they say. */
    @PUT
    @Path("{username}/roles")
    @Consumes(APPLICATION_JSON)
    public DescribedPerson assignRoles(@RestPath String username, String body) {
        return assign(username, Membership.ROLES, body);
    }

    /** Says to which groups the person belongs, likewise. */
    @PUT
    @Path("{username}/groups")
    @Consumes(APPLICATION_JSON)
    public DescribedPerson assignGroups(@RestPath String username, String body) {
        return assign(username, Membership.GROUPS, body);
    }

    private DescribedPerson assign(String username, Membership membership, String body) {
        Person person = find(username);
        control.assign(person, membership, StatedNames.read(membership, body));
        return control.describe(person);
    }

    @PUT
    @Path("{username}/block")
    public DescribedPerson block(@RestPath String username) {
        Person person = find(username);
        control.block(person);
        return control.describe(person);
    }

    @DELETE
    @Path("{username}/block")
    public DescribedPerson unblock(@RestPath String username) {
        Person person = find(username);
        control.unblock(person);
        return control.describe(person);
    }

    /** Answers or mails a way to a new password. Until it is taken, the present one is good. */
    @POST
    @Path("{username}/password-reset")
    public ResetLink reset(
            @RestPath String username, @RestQuery @DefaultValue("false") boolean mail) {
        Person person = find(username);
        ResetLink way = way(person, mail);
        audit.tell(PASSWORD_RESET_MADE, person);
        return way;
    }

    private ResetLink way(Person person, boolean mail) {
        if (!mail) {
            return control.reset(person);
        }
        if (!letters.isThere()) {
            throw Reason.MAIL_NOT_POSSIBLE.refuse(
                    "this server sends no mail: ask without mail=true");
        }
        return control.resetByMail(person)
                .orElseThrow(() ->
                        Reason.MAIL_NOT_POSSIBLE.refuse(
                                "the person has no e-mail address: ask without mail=true"));
    }

    private Person find(String username) {
        return control.find(username).orElseThrow(NotFoundException::new);
    }
}
