package guichet.authorization.session;

import guichet.authorization.person.Person;
import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sign-in sessions. */
@ApplicationScoped
@Startup
public class Sessions implements PanacheRepositoryBase<Session, String> {
    private static final String PREFIX = "gse";

    /** How exactly the last use is known: a row is written once in so long, not at each page. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Clock clock;
    private final SessionConfig config;
    private final Cookies cookies;
    private final Event<SessionEnded> ended;

    Sessions(Clock clock, SessionConfig config, Cookies cookies, Event<SessionEnded> ended) {
        this.clock = clock;
        this.config = config;
        this.cookies = cookies;
        this.ended = ended;
        if (config.idle().compareTo(PRECISION.multipliedBy(2)) < 0) {
            throw new IllegalStateException("guichet.session.idle: two minutes at least");
        }
    }

    /** Who is signed in at the browser of this request. */
    @Transactional
    public Optional<SignedIn> find(HttpHeaders headers) {
        Instant now = clock.instant();
        return presented(headers).flatMap(it -> find(it, now));
    }

    private Optional<SignedIn> find(OpaqueToken token, Instant now) {
        String sha256 = token.sha256();
        Optional<SignedIn> person =
                getEntityManager()
                        .createQuery(
                                "select p.id, p.displayName, s.authTime, s.sid,"
                                        + " cast(:state as String)"
                                        + " from Session s join Person p on p.id = s.personId"
                                        + " where s.sha256 = :sha256 and s.expiresAt > :now"
                                        + " and s.usedAt > :idle and p.blockedAt is null",
                                SignedIn.class)
                        .setParameter("state", Cookies.browserState(token))
                        .setParameter("sha256", sha256)
                        .setParameter("now", now)
                        .setParameter("idle", now.minus(config.idle()))
                        .getResultStream()
                        .findFirst();
        person.ifPresent(_ -> use(sha256, now));
        return person;
    }

    private void use(String sha256, Instant now) {
        update("usedAt = ?1 where sha256 = ?2 and usedAt < ?3", now, sha256, now.minus(PRECISION));
    }

    /**
     * Signs a person in, under a new cookie. The session that the browser had goes on if it was
     * this person's, so that applications know it by the same name; anybody else's is over.
     */
    @Transactional
    public Started start(Person person, HttpHeaders headers) {
        UUID sid = replaced(person, headers).orElseGet(UUID::randomUUID);
        var token = OpaqueToken.random(PREFIX);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = now.plus(config.lifetime());
        persist(new Session(token.sha256(), sid, person.id(), now, end));
        return new Started(
                cookies.cookie(cookies.session(), token.reveal()),
                new SignedIn(
                        person.id(), person.displayName(), now, sid, Cookies.browserState(token)));
    }

    private Optional<UUID> replaced(Person person, HttpHeaders headers) {
        Optional<Session> before =
                presented(headers).flatMap(token -> findByIdOptional(token.sha256()));
        if (before.isPresent() && !before.get().personId.equals(person.id())) {
            end(before.get().sid, "somebody else signed in");
            return Optional.empty();
        }
        before.ifPresent(old -> delete("sha256", old.sha256));
        return before.map(old -> old.sid);
    }

    /**
     * Ends a session before its time, with what belongs to it; repeats change nothing.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void end(UUID sid, String reason) {
        if (delete("sid", sid) == 1) {
            ended.fire(new SessionEnded(sid, reason));
        }
    }

    /** Ends all sessions of a person. */
    @Transactional
    public void endAllOf(UUID personId) {
        endAll(find("personId", personId).list());
    }

    /** Ends all sessions of a person but this one. */
    @Transactional
    public void endOthersOf(SignedIn person) {
        endAll(find("personId = ?1 and sid <> ?2", person.personId(), person.sid()).list());
    }

    private void endAll(List<Session> sessions) {
        sessions.forEach(session -> end(session.sid, "signed out everywhere"));
    }

    /** The sessions of a person, the one used last before the others. */
    @Transactional
    public List<Open> listOf(UUID personId) {
        Instant now = clock.instant();
        return getEntityManager()
                .createQuery(
                        "select s.sid, s.authTime, s.usedAt from Session s"
                                + " where s.personId = :person and s.expiresAt > :now"
                                + " and s.usedAt > :idle order by s.usedAt desc",
                        Open.class)
                .setParameter("person", personId)
                .setParameter("now", now)
                .setParameter("idle", now.minus(config.idle()))
                .getResultList();
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetExpired() {
        Instant now = clock.instant();
        delete("expiresAt < ?1 or usedAt < ?2", now, now.minus(config.idle()));
    }

    /** A session that goes on. */
    public record Open(UUID sid, Instant since, Instant usedAt) {}

    /** A session that was just started, and the cookie that holds it. */
    public record Started(NewCookie cookie, SignedIn person) {}

    private Optional<OpaqueToken> presented(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(cookies.session()))
                .map(Cookie::getValue)
                .map(OpaqueToken::of)
                .filter(token -> token.isWellFormed(PREFIX));
    }
}
