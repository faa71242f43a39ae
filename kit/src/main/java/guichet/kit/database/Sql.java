package guichet.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** SQL without a framework. */
public final class Sql {
    private Sql() {}

    /**
     * A statement with its values, to be closed by the caller.
     *
     * @param values one for each {@code ?}
     */
    public static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, value(values[place]));
        }
        return statement;
    }

    /** PostgreSQL's driver knows no {@link Instant}. */
    private static Object value(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
