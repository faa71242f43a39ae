package guichet.registry.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;

/** The applications that are registered for scopes. */
@ApplicationScoped
public class ScopeUsers {
    private static final String USES =
            " (string_to_array(metadata ->> 'scope', ' ') && cast(:scopes as text[])"
                    + " or metadata ->> 'default_resource' = :identifier)";

    private static final String FIND =
            "select client_id, coalesce(metadata ->> 'client_name', ''), declared from client where"
                    + USES
                    + " order by declared desc, client_id limit :most";

    /**
     * Without its fingerprint: who registers the same again must not get a client with less. In
     * another version: who looked at it before must not give it back what it lost. All are locked
     * first, in the one order in which clients are, so that nobody waits for each other.
     */
    private static final String TAKE =
            """
            update client set fingerprint = null, version = nextval('version_number'), metadata = jsonb_set(
                case when metadata ->> 'default_resource' = :identifier then metadata - 'default_resource' else metadata end,
                array['scope'], to_jsonb(coalesce(
                    (select string_agg(word, ' ' order by place)
                     from unnest(string_to_array(metadata ->> 'scope', ' ')) with ordinality as words (word, place)
                     where word <> all (cast(:scopes as text[]))), '')))
            where client_id = any (array(select client_id from client where not declared and\
            """
                    + USES
                    + " order by client_id for update))";

    private final EntityManager database;

    ScopeUsers(EntityManager database) {
        this.database = database;
    }

    /**
     * Some of those that have one of these scopes, or mean an API where a request names none; those
     * that the settings declare first.
     *
     * @param identifier the API's; empty for none
     */
    public List<ScopeUser> find(Collection<String> scopes, String identifier, int most) {
        List<?> rows = query(FIND, scopes, identifier).setParameter("most", most).getResultList();
        return rows.stream().map(Object[].class::cast).map(ScopeUsers::user).toList();
    }

    private static ScopeUser user(Object[] row) {
        return new ScopeUser((String) row[0], (String) row[1], (Boolean) row[2]);
    }

    /**
     * Takes these scopes, and the API, from all that have them and that the settings do not
     * declare.
     *
     * @param identifier the API's; empty for none
     * @return from how many
     */
    public int take(Collection<String> scopes, String identifier) {
        return query(TAKE, scopes, identifier).executeUpdate();
    }

    private Query query(String sql, Collection<String> scopes, String identifier) {
        return database.createNativeQuery(sql)
                .setParameter("scopes", scopes.toArray(String[]::new))
                .setParameter("identifier", identifier);
    }
}
