package guichet.registry.registration;

import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Makes initial access tokens, as an administrator does. */
@Singleton
class InvitingAdministrator {
    private final EntityManager database;

    InvitingAdministrator(EntityManager database) {
        this.database = database;
    }

    /** A new one, good for one registration. */
    @Transactional
    String invites() {
        var token = OpaqueToken.random(TokenKind.INITIAL_ACCESS_TOKEN);
        database.createNativeQuery(
                        "insert into initial_access_token (id, sha256, note, created_at, uses_left)"
                                + " values (gen_random_uuid(), :sha256, '', now(), 1)")
                .setParameter("sha256", token.sha256())
                .executeUpdate();
        return token.reveal();
    }
}
