package guichet.token.grant;

import guichet.oauth.Scope;
import guichet.token.neighbour.Neighbours;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Grants as authorization-service tells them. */
public final class TestGrants {
    private TestGrants() {}

    /** A new one of {@link Neighbours#PERSON}, by a password, outside of sessions. */
    public static Grant of(String clientId, Instant grantedAt, String scope) {
        return new Grant(
                UUID.randomUUID(),
                clientId,
                Neighbours.PERSON,
                Scope.parse(scope),
                List.of(),
                grantedAt,
                List.of("pwd"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(grantedAt));
    }
}
