package guichet.registry.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;

/** The applications that are registered for scopes. */
@ApplicationScoped
public class ScopeUsers {
    private static final String HAS_ONE =
            " string_to_array(metadata ->> 'scope', ' ') && cast(:scopes as text[])";

    private static final String FIND =
            "select client_id, coalesce(metadata ->> 'client_name', ''), declared from client where"
                    + HAS_ONE
                    + " order by declared desc, client_id limit :most";

    /**
     * Without its fingerprint: who registers the same again must not get a client with less. In
     * another version: who looked at it before must not give it back what it lost.
     */
    private static final String TAKE =
            """
            update client set fingerprint = null, version = version + 1, metadata = jsonb_set(metadata, array['scope'], to_jsonb(coalesce(
                (select string_agg(word, ' ' order by place)
                 from unnest(string_to_array(metadata ->> 'scope', ' ')) with ordinality as words (word, place)
                 where word <> all (cast(:scopes as text[]))), '')))
            where\
            """
                    + HAS_ONE;

    private final EntityManager database;

    ScopeUsers(EntityManager database) {
        this.database = database;
    }

    /** Some of those that have one of these, those that the settings declare first. */
    public List<ScopeUser> find(Collection<String> scopes, int most) {
        List<?> rows = query(FIND, scopes).setParameter("most", most).getResultList();
        return rows.stream().map(Object[].class::cast).map(ScopeUsers::user).toList();
    }

    private static ScopeUser user(Object[] row) {
        return new ScopeUser((String) row[0], (String) row[1], (Boolean) row[2]);
    }

    /** Takes these scopes from all that have one. */
    public void take(Collection<String> scopes) {
        query(TAKE, scopes).executeUpdate();
    }

    private Query query(String sql, Collection<String> scopes) {
        return database.createNativeQuery(sql)
                .setParameter("scopes", scopes.toArray(String[]::new));
    }
}
