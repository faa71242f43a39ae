package guichet.authorization.people.mail;

import guichet.authorization.people.mail.MailedLink.Purpose;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links that were mailed and not used yet. */
@ApplicationScoped
public class MailedLinks {
    /**
     * Who reads at an address may be a stranger once the account has another one. A link that makes
     * an address the account's is for one that is not, and one that was handed over was not mailed.
     */
    private static final String GOOD =
            """
            from MailedLink l where l.sha256 = ?1 and l.purpose = ?2 and l.expiresAt > ?3
              and (l.address is null or l.purpose = ?4
                or exists (select 1 from Person p
                    where p.id = l.personId and lower(p.email) = lower(l.address)))
            """;

    private final MailedLinkRows rows;
    private final People people;
    private final Clock clock;
    private final String issuer;
    private final ExpiredRows expired;

    MailedLinks(
            MailedLinkRows rows,
            People people,
            Clock clock,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            DataSource database) {
        this.rows = rows;
        this.people = people;
        this.clock = clock;
        this.issuer = issuer;
        this.expired = new ExpiredRows(database);
    }

    /** A new link to a new password, for an administrator to hand over. */
    @Transactional
    public URI issueForReset(UUID personId) {
        return issue(Purpose.RESET_PASSWORD, personId, Optional.empty());
    }

    /** A new link, to be sent to this address and shown to nobody else. */
    @Transactional
    URI issue(Purpose purpose, UUID personId, EmailAddress address) {
        return issue(purpose, personId, Optional.of(address));
    }

    private URI issue(Purpose purpose, UUID personId, Optional<EmailAddress> address) {
        var token = OpaqueToken.random(TokenKind.MAILED_LINK);
        var expiresAt = clock.instant().plus(lifetime(purpose));
        rows.persist(new MailedLink(token.sha256(), purpose, personId, address, expiresAt));
        return URI.create(issuer + path(purpose) + "?link=" + token.reveal());
    }

    /**
     * The link of this token, if it is good; looking does not spend it. A way to a password is good
     * as long as the account has the address that it was mailed to.
     */
    @Transactional
    public Optional<MailedLink> find(Purpose purpose, OpaqueToken token) {
        return Optional.of(token)
                .filter(it -> it.isWellFormed(TokenKind.MAILED_LINK))
                .flatMap(it ->
                        rows.find(
                                        GOOD,
                                        it.sha256(),
                                        purpose,
                                        clock.instant(),
                                        Purpose.VERIFY_ADDRESS)
                                .firstResultOptional());
    }

    /**
     * The link of this token, for exactly one caller, however many race. Its person stays locked
     * until the transaction ends: what a link opens may end the person's others, whose spending
     * would wait for this one otherwise as this one for theirs.
     */
    @Transactional
    public Optional<MailedLink> spend(Purpose purpose, OpaqueToken token) {
        Optional<MailedLink> link = find(purpose, token);
        link.ifPresent(it -> people.lock(it.personId()));
        return link.filter(it -> rows.delete("sha256", it.sha256) == 1);
    }

    /** Ends what was mailed to a person, or handed over. */
    @Transactional
    public void endAllOf(UUID personId) {
        rows.delete("personId", personId);
    }

    /** Ends what was mailed to a person at other addresses than this one. */
    @Transactional
    public void endElsewhere(UUID personId, EmailAddress address) {
        rows.delete("personId = ?1 and lower(address) <> ?2", personId, address.normalized());
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        expired.delete("mailed_link", "expires_at < ?", clock.instant());
    }

    private static Duration lifetime(Purpose purpose) {
        return switch (purpose) {
            case VERIFY_ADDRESS -> Duration.ofHours(24);
            case RESET_PASSWORD -> Duration.ofMinutes(30);
        };
    }

    private static String path(Purpose purpose) {
        return switch (purpose) {
            case VERIFY_ADDRESS -> "/email-verification";
            case RESET_PASSWORD -> "/password-reset/new";
        };
    }
}
