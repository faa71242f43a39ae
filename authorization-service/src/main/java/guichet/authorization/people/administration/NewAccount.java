package guichet.authorization.people.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.authorization.people.person.DisplayName;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.MemberNames;
import guichet.authorization.people.person.Membership;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.Username;
import guichet.kit.foreign.RequestBody;
import guichet.oauth.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody whom an administrator makes an account for, as the body of the request says it. */
final class NewAccount {
    private static final Set<String> MEMBERS =
            Set.of("username", "name", "email", "roles", "groups");

    private NewAccount() {}

    /**
     * Reads the body.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request}, naming the member that is not
     *     known here or cannot be so
     */
    static NewPerson read(String body) {
        ObjectNode members = RequestBody.object(body);
        var unknown = new TreeSet<String>();
        members.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw Reason.PERSON_MALFORMED.refuse(
                    "%s: is not known here; known are %s",
                    unknown.first(), String.join(", ", new TreeSet<>(MEMBERS)));
        }
        return new NewPerson(
                text(members, "username")
                        .flatMap(Username::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse(
                                        "username must be 2 to 40 letters from a to z, digits, and"
                                                + " . _ - between them")),
                text(members, "name")
                        .flatMap(DisplayName::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse(
                                        "name must have 1 to 100 visible characters, without @ or"
                                                + " a web address")),
                text(members, "email")
                        .flatMap(EmailAddress::parse)
                        .orElseThrow(() ->
                                Reason.PERSON_MALFORMED.refuse("email must be an e-mail address")),
                false,
                names(members, Membership.ROLES),
                names(members, Membership.GROUPS));
    }

    /** A text; a number is none. */
    private static Optional<String> text(ObjectNode members, String member) {
        return Optional.ofNullable(members.path(member).textValue());
    }

    private static MemberNames names(ObjectNode members, Membership membership) {
        JsonNode names = members.path(membership.claim());
        return names.isMissingNode() ? MemberNames.NONE : StatedNames.read(membership, names);
    }
}
