package guichet.bench.suite;

import guichet.bench.database.Postgres;
import guichet.local.terminal.Failure;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Grants of people to an application, with a refresh token each, as the code flow would leave them:
 * going through it so often would take longer than what is measured.
 */
record Grants(Postgres database, String clientId) {
    private static final String INSERT =
            """
            with made as (
                insert into token_grant
                    (id, client_id, subject, person_id, scope, auth_time, amr, granted_at, created_at, expires_at)
                select gen_random_uuid(), ?, md5('bench ' || number % ? + 1)::uuid, md5('bench ' || number % ? + 1)::uuid, 'movies:read movies:write', now(), '{pwd}', now(), now(),
                       now() + interval '90 days'
                from generate_series(1, ?) number
                returning id
            ), numbered as (select id, row_number() over () as place from made)
            insert into refresh_token (sha256, grant_id, created_at, idle_expires_at)
            select sha256, id, now(), now() + interval '30 days'
            from unnest(?) with ordinality as token(sha256, place) join numbered using (place)
            """;

    /** So many more; answers their refresh tokens. */
    List<String> make(int number) {
        List<OpaqueToken> tokens =
                Stream.generate(() -> OpaqueToken.random(TokenKind.REFRESH_TOKEN))
                        .limit(number)
                        .toList();
        try (var connection = database.connect("token");
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, clientId);
            insert.setInt(2, People.NUMBER);
            insert.setInt(3, People.NUMBER);
            insert.setInt(4, number);
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", tokens.stream().map(OpaqueToken::sha256).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new Failure("no grants: " + e.getMessage(), e);
        }
        return tokens.stream().map(OpaqueToken::reveal).toList();
    }
}
