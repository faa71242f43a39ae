package guichet.authorization.session;

import guichet.authorization.person.Person;
import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The sign-in sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, String> {
    private static final String PREFIX = "gse";

    private final Clock clock;
    private final SessionConfig config;
    private final Cookies cookies;

    Sessions(Clock clock, SessionConfig config, Cookies cookies) {
        this.clock = clock;
        this.config = config;
        this.cookies = cookies;
    }

    /** Who is signed in at the browser of this request. */
    @Transactional
    public Optional<SignedIn> find(HttpHeaders headers) {
        return presented(headers)
                .flatMap(token ->
                        getEntityManager()
                                .createQuery(
                                        "select p.id, p.displayName, s.authTime"
                                                + " from Session s join Person p on p.id = s.personId"
                                                + " where s.sha256 = :sha256 and s.expiresAt > :now",
                                        SignedIn.class)
                                .setParameter("sha256", token.sha256())
                                .setParameter("now", clock.instant())
                                .getResultStream()
                                .findFirst());
    }

    /** Signs a person in: a new session, whatever the browser had before is over. */
    @Transactional
    public Started start(Person person, HttpHeaders headers) {
        presented(headers).ifPresent(old -> deleteById(old.sha256()));
        var token = OpaqueToken.random(PREFIX);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        persist(new Session(token.sha256(), person.id(), now, now.plus(config.lifetime())));
        return new Started(
                cookies.cookie(cookies.session(), token.reveal()),
                new SignedIn(person.id(), person.displayName(), now));
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetExpired() {
        delete("expiresAt < ?1", clock.instant());
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
