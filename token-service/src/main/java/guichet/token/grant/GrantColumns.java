package guichet.token.grant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Rows of {@code token_grant} that statements of other packages find. */
public final class GrantColumns {
    private GrantColumns() {}

    /** The grant of a row that has all of its columns. */
    public static LiveGrant read(ResultSet row) throws SQLException {
        var stored = new StoredGrant();
        stored.id = row.getObject("id", UUID.class);
        stored.clientId = row.getString("client_id");
        stored.subject = row.getString("subject");
        stored.scope = row.getString("scope");
        stored.resources = texts(row.getArray("resources"));
        stored.authTime = instant(row, "auth_time");
        stored.amr = texts(row.getArray("amr"));
        stored.acr = row.getString("acr");
        stored.sid = row.getObject("sid", UUID.class);
        stored.personId = row.getObject("person_id", UUID.class);
        stored.grantedAt = instant(row, "granted_at");
        stored.statusIndex = row.getLong("status_index");
        return stored.alive();
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
