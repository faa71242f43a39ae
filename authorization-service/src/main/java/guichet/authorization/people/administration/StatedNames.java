package guichet.authorization.people.administration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.authorization.people.person.MemberNames;
import guichet.authorization.people.person.Membership;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The roles or groups that an administrator states, as JSON. */
final class StatedNames {
    private StatedNames() {}

    /**
     * Reads a body that is nothing else.
     *
     * @throws OAuthException {@code invalid_request}, saying what they must be
     */
    static MemberNames read(Membership membership, String body) {
        try {
            return read(membership, ForeignJson.array(body));
        } catch (ForeignFault _) {
            throw malformed(membership);
        }
    }

    /**
     * Reads a value.
     *
     * @throws OAuthException likewise
     */
    static MemberNames read(Membership membership, JsonNode names) {
        if (!names.isArray() || !elements(names).allMatch(JsonNode::isTextual)) {
            throw malformed(membership);
        }
        return MemberNames.of(elements(names).map(JsonNode::textValue).toList())
                .orElseThrow(() -> malformed(membership));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static OAuthException malformed(Membership membership) {
        return Reason.PERSON_MALFORMED.refuse("%s %s", membership.claim(), MemberNames.RULE);
    }
}
