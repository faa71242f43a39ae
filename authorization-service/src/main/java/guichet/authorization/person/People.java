package guichet.authorization.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The people who can sign in. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
    private final Passwords passwords;
    private final Clock clock;

    People(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The person with this name in any case and this password; as slow when there is none. */
    public Optional<Person> findByPassword(String username, String password) {
        Optional<Person> person = findByUsername(username);
        boolean matches = passwords.matches(password, person.map(it -> it.passwordHash));
        return person.filter(_ -> matches);
    }

    /** The person of this identifier, who is there. */
    @Transactional
    public Person get(UUID id) {
        return findByIdOptional(id).orElseThrow();
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
    Optional<Person> findByUsername(String username) {
        return find("lower(username) = ?1", normalized(username)).firstResultOptional();
    }

    /** Adds a person unless the name is taken. */
    @Transactional
    void addIfMissing(String username, String displayName, String password) {
        if (findByUsername(username).isEmpty()) {
            String hash = passwords.hash(password);
            persist(new Person(username, displayName, hash, clock.instant()));
        }
    }
}
