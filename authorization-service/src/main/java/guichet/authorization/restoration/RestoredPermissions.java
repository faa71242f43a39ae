package guichet.authorization.restoration;

import guichet.kit.database.DatabaseRestored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * After the database was set back: nobody knows which sessions were ended since, which permissions
 * taken back and which codes and links used, so that none of them is good. People sign in again and
 * are asked again.
 */
@ApplicationScoped
class RestoredPermissions {
    /** Codes go with their grants. */
    private static final List<String> TABLES =
            List.of(
                    "session",
                    "authorization_grant",
                    "consent",
                    "consent_claim",
                    "mailed_link",
                    "pending_request",
                    "pending_logout");

    private final DataSource database;

    RestoredPermissions(DataSource database) {
        this.database = database;
    }

    void forget(@Observes DatabaseRestored restored) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("delete from " + table);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("what came back cannot be forgotten", failed);
        }
    }
}
