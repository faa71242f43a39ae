package guichet.authorization.session;

import guichet.authorization.person.Person;
import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

    Sessions(Clock clock, SessionConfig config, Cookies cookies) {
        this.clock = clock;
        this.config = config;
        this.cookies = cookies;
        if (config.idle().compareTo(PRECISION.multipliedBy(2)) < 0) {
            throw new IllegalStateException("guichet.session.idle: two minutes at least");
        }
    }

    /** Who is signed in at the browser of this request. */
    @Transactional
    public Optional<SignedIn> find(HttpHeaders headers) {
        Instant now = clock.instant();
        return presented(headers).map(OpaqueToken::sha256).flatMap(it -> find(it, now));
    }

    private Optional<SignedIn> find(String sha256, Instant now) {
        Optional<SignedIn> person =
                getEntityManager()
                        .createQuery(
                                "select p.id, p.displayName, s.authTime, s.sid"
                                        + " from Session s join Person p on p.id = s.personId"
                                        + " where s.sha256 = :sha256 and s.expiresAt > :now"
                                        + " and s.usedAt > :idle",
                                SignedIn.class)
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

    /** Signs a person in: a new session, whatever the browser had before is over. */
    @Transactional
    public Started start(Person person, HttpHeaders headers) {
        presented(headers).ifPresent(old -> deleteById(old.sha256()));
        var token = OpaqueToken.random(PREFIX);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var session = new Session(token.sha256(), person.id(), now, now.plus(config.lifetime()));
        persist(session);
        return new Started(
                cookies.cookie(cookies.session(), token.reveal()),
                new SignedIn(person.id(), person.displayName(), now, session.sid));
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetExpired() {
        Instant now = clock.instant();
        delete("expiresAt < ?1 or usedAt < ?2", now, now.minus(config.idle()));
    }

    /** A session that was just started, and the cookie that holds it. */
    public record Started(NewCookie cookie, SignedIn person) {}

    private Optional<OpaqueToken> presented(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(cookies.session()))
                .map(Cookie::getValue)
                .map(OpaqueToken::of)
                .filter(token -> token.isWellFormed(PREFIX));
    }
}
