package guichet.authorization.people.account;

import guichet.authorization.language.Text;
import guichet.authorization.people.person.Attribute;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.Sessions.Open;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of the account shows.
 *
 * @param done what was just done, if something was
 */
public record AccountView(
        Profile profile,
        List<OpenSession> sessions,
        Map<String, String> hidden,
        Optional<Text> done) {
    public AccountView {
        sessions = List.copyOf(sessions);
        hidden = Map.copyOf(hidden);
    }

    /** A browser at which the person is signed in. */
    public record OpenSession(Instant since, Instant usedAt, boolean isHere) {
        static OpenSession of(Open session, UUID present) {
            return new OpenSession(
                    session.since(), session.usedAt(), session.sid().equals(present));
        }
    }

    /** In which times of day are told: the person's own, or else UTC. */
    public ZoneId zone() {
        return Optional.ofNullable(profile.attributes().get(Attribute.ZONEINFO))
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    public String email() {
        return profile.email().map(Profile.Email::address).orElse("");
    }

    public boolean isEmailVerified() {
        return profile.email().filter(Profile.Email::verified).isPresent();
    }

    public boolean isOtherSessions() {
        return sessions.size() > 1;
    }
}
