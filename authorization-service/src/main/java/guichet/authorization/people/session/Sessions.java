package guichet.authorization.people.session;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import org.jspecify.annotations.Nullable;

/** The sign-in sessions. */
@ApplicationScoped
public class Sessions {

    /** How exactly the last use is known: a row is written once in so long, not at each page. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final String END_ALL_BUT =
            """
            delete from session
            where person_id = :person and sid is distinct from cast(:sid as uuid) returning sid
            """;

    private final SessionRows rows;
    private final Clock clock;
    private final SessionConfig config;
    private final Cookies cookies;
    private final People people;
    private final PreferredLanguage language;
    private final Event<SessionsEnded> ended;

    Sessions(
            SessionRows rows,
            Clock clock,
            SessionConfig config,
            Cookies cookies,
            People people,
            PreferredLanguage language,
            Event<SessionsEnded> ended) {
        this.rows = rows;
        this.clock = clock;
        this.config = config;
        this.cookies = cookies;
        this.people = people;
        this.language = language;
        this.ended = ended;
    }

    /** Who is signed in at the browser of this request, whose page is in their language. */
    @Transactional
    public Optional<SignedIn> find(HttpHeaders headers) {
        Instant now = clock.instant();
        return presented(headers).flatMap(it -> find(it, now));
    }

    private Optional<SignedIn> find(OpaqueToken token, Instant now) {
        String sha256 = token.sha256();
        Optional<SignedIn> person =
                rows.getEntityManager()
                        .createQuery(
                                "select p.id, p.displayName, s.authTime, s.amr, s.acr,"
                                        + " s.sid, cast(:state as String), language"
                                        + " from Session s join Person p on p.id = s.personId"
                                        + " left join p.attributes language on key(language) = LOCALE"
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
        person.flatMap(SignedIn::findLocale).ifPresent(language::own);
        return person;
    }

    private void use(String sha256, Instant now) {
        rows.update(
                "usedAt = ?1 where sha256 = ?2 and usedAt < ?3", now, sha256, now.minus(PRECISION));
    }

    /**
     * Whether a session goes on, and its person may sign in. Nobody ends it before the transaction
     * does.
     */
    @Transactional(TxType.MANDATORY)
    public boolean isOpen(UUID personId, UUID sid) {
        return people.isUnblocked(personId)
                && !rows.getEntityManager()
                        .createNativeQuery("select 1 from session where sid = :sid for key share")
                        .setParameter("sid", sid)
                        .getResultList()
                        .isEmpty();
    }

    /**
     * Signs a person in who was checked by this method, under a new cookie; empty if they were
     * blocked or got another password meanwhile. The session that the browser had goes on if it was
     * this person's, so that applications know it by the same name; anybody else's is over.
     */
    @Transactional
    public Optional<Started> start(Person checked, SignInMethod method, HttpHeaders headers) {
        return people.isUnchanged(checked)
                ? Optional.of(started(checked, method, headers))
                : Optional.empty();
    }

    private Started started(Person person, SignInMethod method, HttpHeaders headers) {
        UUID sid = replaced(person, headers).orElseGet(UUID::randomUUID);
        var token = OpaqueToken.random(TokenKind.SESSION);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var signedIn =
                new SignedIn(
                        person.id(),
                        person.displayName(),
                        now,
                        method.amr(),
                        method.acr(),
                        sid,
                        Cookies.browserState(token),
                        null);
        rows.persist(new Session(token.sha256(), signedIn, now.plus(config.lifetime())));
        return new Started(cookies.cookie(cookies.session(), token.reveal()), signedIn);
    }

    /**
     * The same session under another cookie, which is to be sent: whoever had the one before is
     * signed out.
     */
    @Transactional
    public NewCookie renew(SignedIn person) {
        var token = OpaqueToken.random(TokenKind.SESSION);
        rows.getEntityManager()
                .createNativeQuery("update session set sha256 = :sha256 where sid = :sid")
                .setParameter("sha256", token.sha256())
                .setParameter("sid", person.sid())
                .executeUpdate();
        return cookies.cookie(cookies.session(), token.reveal());
    }

    private Optional<UUID> replaced(Person person, HttpHeaders headers) {
        Optional<Session> before =
                presented(headers).flatMap(token -> rows.findByIdOptional(token.sha256()));
        if (before.isPresent() && !before.get().personId.equals(person.id())) {
            end(before.get().sid, "somebody else signed in");
            return Optional.empty();
        }
        // Signed out meanwhile, its name is over for good.
        return before.filter(old -> rows.delete("sha256", old.sha256) == 1).map(old -> old.sid);
    }

    /**
     * Ends a session before its time, with what belongs to it; repeats change nothing.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void end(UUID sid, String reason) {
        rows.find("sid", sid)
                .firstResultOptional()
                .filter(found -> rows.delete("sid", sid) == 1)
                .ifPresent(found -> ended(found.personId, List.of(sid), reason));
    }

    /** Ends all sessions of a person. */
    @Transactional
    public void endAllOf(UUID personId) {
        endAllBut(personId, null);
    }

    /** Ends all sessions of a person but this one. */
    @Transactional
    public void endOthersOf(SignedIn person) {
        endAllBut(person.personId(), person.sid());
    }

    private void endAllBut(UUID personId, @Nullable UUID sid) {
        List<UUID> sids =
                rows.getEntityManager()
                        .unwrap(org.hibernate.Session.class)
                        .createNativeQuery(END_ALL_BUT, UUID.class)
                        .setParameter("person", personId)
                        .setParameter("sid", sid)
                        .getResultList();
        ended(personId, sids, "signed out everywhere");
    }

    private void ended(UUID personId, List<UUID> sids, String reason) {
        if (!sids.isEmpty()) {
            ended.fire(new SessionsEnded(personId, sids, reason));
        }
    }

    /** The sessions of a person, the one used last before the others. */
    @Transactional
    public List<Open> listOf(UUID personId) {
        Instant now = clock.instant();
        return rows.getEntityManager()
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

    /** A session that goes on. */
    public record Open(UUID sid, Instant since, Instant usedAt) {}

    /** A session that was just started, and the cookie that holds it. */
    public record Started(NewCookie cookie, SignedIn person) {}

    private Optional<OpaqueToken> presented(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(cookies.session()))
                .map(Cookie::getValue)
                .map(OpaqueToken::of)
                .filter(token -> token.isWellFormed(TokenKind.SESSION));
    }
}
