package guichet.authorization.people.account;

import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.Sessions.Open;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What the page of the account shows.
 *
 * @param done what was just done, or empty
 */
public record AccountView(
        Profile profile, List<OpenSession> sessions, Map<String, String> hidden, String done) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public AccountView {
        sessions = List.copyOf(sessions);
        hidden = Map.copyOf(hidden);
    }

    /** A browser at which the person is signed in. */
    public record OpenSession(String since, String usedAt, boolean isThis) {
        static OpenSession of(Open session, UUID present) {
            return new OpenSession(
                    text(session.since()), text(session.usedAt()), session.sid().equals(present));
        }

        private static String text(Instant time) {
            return TIME.format(time);
        }
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
