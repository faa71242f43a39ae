package guichet.authorization.people.person;

import guichet.authorization.people.person.BuiltInAccounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The people who can sign in. */
@ApplicationScoped
public class People {
    private static final String UNBLOCKED =
            "select 1 from person where id = :id and blocked_at is null";

    private final PersonRows rows;
    private final Passwords passwords;
    private final Clock clock;

    People(PersonRows rows, Passwords passwords, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The person, if this is their password and they are not blocked; as slow when there is none.
     */
    public Optional<Person> check(Optional<Person> person, String password) {
        boolean matches = passwords.matches(password, person.map(it -> it.passwordHash));
        return person.filter(it -> matches && !it.isBlocked());
    }

    /**
     * Whether a person is as they were when their password was checked: neither blocked nor with
     * another password. Nobody changes that before the transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public boolean isUnchanged(Person checked) {
        return isThere(unchanged(checked, "for share"));
    }

    /**
     * The same for who is about to change it: others who are wait for the end of the transaction.
     */
    @Transactional(TxType.MANDATORY)
    public boolean isUnchangedForUpdate(Person checked) {
        return isThere(unchanged(checked, "for no key update"));
    }

    private Query unchanged(Person checked, String lock) {
        return rows.getEntityManager()
                .createNativeQuery(UNBLOCKED + " and password_hash = :hash " + lock)
                .setParameter("id", checked.id)
                .setParameter("hash", checked.passwordHash);
    }

    /** Whether a person may sign in. Nobody changes that before the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public boolean isUnblocked(UUID id) {
        return isThere(
                rows.getEntityManager()
                        .createNativeQuery(UNBLOCKED + " for share")
                        .setParameter("id", id));
    }

    /**
     * Has everybody else who would change a person, or the ways to their account, wait for the end
     * of the transaction. Whoever changes both begins with this, so that nobody waits for each
     * other.
     */
    @Transactional(TxType.MANDATORY)
    public void lock(UUID id) {
        rows.getEntityManager()
                .createNativeQuery("select 1 from person where id = :id for no key update")
                .setParameter("id", id)
                .getResultList();
    }

    private static boolean isThere(Query question) {
        return !question.getResultList().isEmpty();
    }

    /** The person of this identifier, if there is one. */
    @Transactional
    public Optional<Person> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    /** The person of this identifier, who is there. */
    @Transactional
    public Person get(UUID id) {
        return find(id).orElseThrow();
    }

    /**
     * The form in which names are compared and attempts counted. It is made here and not in SQL:
     * where the two differed, one name could be guessed at under several spellings.
     */
    public static String normalized(String username) {
        return Normalizer.normalize(username, Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** In a transaction of its own, so that no connection is held while a password is hashed. */
    @Transactional
    public Optional<Person> findByUsername(String username) {
        return Optional.of(normalized(username))
                .filter(name ->
                        name.chars()
                                .noneMatch(
                                        Character::isISOControl)) // U+0000 is no text to PostgreSQL
                .flatMap(name -> rows.find("lower(username) = ?1", name).firstResultOptional());
    }

    /** What is known of this person. */
    @Transactional
    public Optional<Profile> profile(UUID id) {
        return find(id).map(Person::profile);
    }

    /**
     * Adds a built-in person unless the name is taken; who is there already gets what was added.
     */
    @Transactional
    void addIfMissing(String username, Account account) {
        Person person =
                findByUsername(username)
                        .orElseGet(() ->
                                new Person(
                                        username,
                                        account.displayName(),
                                        passwords.hash(account.password().get()),
                                        clock.instant()));
        if (person.email == null && person.attributes.isEmpty()) {
            fillIn(person, account);
        }
        rows.persist(person);
    }

    private static void fillIn(Person person, Account account) {
        person.email = account.email().orElse(null);
        person.emailVerified = account.email().isPresent();
        account.claims()
                .forEach((claim, value) ->
                        person.attributes.put(Attribute.of(claim).orElseThrow(), value));
        person.phoneNumberVerified = person.attributes.containsKey(Attribute.PHONE_NUMBER);
    }
}
