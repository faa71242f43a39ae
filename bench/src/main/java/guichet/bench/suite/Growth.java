package guichet.bench.suite;

import guichet.bench.database.Postgres;
import java.util.List;

/**
 * Years of use: clients, people and grants by the million, of which one in fifty has ended. What
 * autovacuum would have done by then is done at once.
 */
record Growth(Postgres database, String clientId) {
    private static final int BATCH = 100_000;
    private static final int GRANTS_OF_A_PERSON = 20;

    /** As the application that is measured, but for what no two clients share. */
    private static final String CLIENTS =
            """
            insert into client
            select (jsonb_populate_record(known, jsonb_build_object('client_id', 'grown-' || number))).*
            from client known, generate_series(1, ?) number where client_id = ?
            """;

    private static final String SECRETS =
            """
            insert into client_secret (sha256, client_id, created_at)
            select encode(sha256(convert_to(client_id, 'UTF8')), 'hex'), client_id, now()
            from client where client_id like 'grown-%'
            """;

    private static final String PEOPLE =
            """
            insert into person
            select (jsonb_populate_record(known, jsonb_build_object(
                'id', md5('person ' || number), 'username', 'grown-' || number))).*
            from person known, generate_series(0, ? - 1) number where known.username = 'bench-1'
            """;

    private static final String APPROVED =
            """
            with asked as (select ?::bigint first, ?::bigint last, ?::bigint people, ?::bigint clients)
            insert into authorization_grant (id, person_id, client_id, scope, subject, auth_time, created_at)
            select md5('grant ' || number)::uuid, md5('person ' || number % people)::uuid, 'grown-' || number % clients + 1,
                   'movies:read movies:write', md5('person ' || number % people)::uuid, now(), now()
            from asked, generate_series(first, last) number
            """;

    private static final String GRANTS =
            """
            with asked as (select ?::bigint first, ?::bigint last, ?::bigint people, ?::bigint clients)
            insert into token_grant (id, client_id, subject, person_id, scope, auth_time, amr, granted_at, created_at, expires_at)
            select md5('grant ' || number)::uuid, 'grown-' || number % clients + 1, md5('person ' || number % people)::uuid,
                   md5('person ' || number % people)::uuid, 'movies:read movies:write', now(), '{pwd}', now(), now(),
                   now() + interval '90 days'
            from asked, generate_series(first, last) number
            """;

    private static final String REFRESH_TOKENS =
            """
            insert into refresh_token (sha256, grant_id, created_at, idle_expires_at)
            select encode(sha256(convert_to('token ' || number, 'UTF8')), 'hex'), md5('grant ' || number)::uuid, now(),
                   now() + interval '30 days'
            from generate_series(?, ?) number
            """;

    private static final String ENDED =
            """
            insert into grant_revocation (grant_id, revoked_at, reason)
            select md5('grant ' || number)::uuid, now(), 'grown' from generate_series(?, ?) number where random() < 0.02
            """;

    void grow(long grants, long clients) {
        long people = Math.max(1, grants / GRANTS_OF_A_PERSON);
        database.execute("registry", CLIENTS, clients, clientId);
        database.execute("registry", SECRETS);
        database.execute("authorization", PEOPLE, people);
        for (long first = 1; first <= grants; first += BATCH) {
            long last = Math.min(grants, first + BATCH - 1);
            database.execute("authorization", APPROVED, first, last, people, clients);
            database.execute("token", GRANTS, first, last, people, clients);
            database.execute("token", REFRESH_TOKENS, first, last);
            database.execute("token", ENDED, first, last);
        }
        for (String name : List.of("registry", "authorization", "token")) {
            database.execute(name, "vacuum analyze");
        }
        database.execute("postgres", "checkpoint");
    }
}
