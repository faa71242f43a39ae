package guichet.authorization.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

    Optional<Person> findByUsername(String username) {
        return find("lower(username) = lower(?1)", username).firstResultOptional();
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
