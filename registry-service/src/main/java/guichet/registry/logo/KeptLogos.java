package guichet.registry.logo;

import guichet.kit.database.ExpiredRows;
import guichet.oauth.Sha256;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import javax.sql.DataSource;

/** The logos that were fetched, and whose they are. */
@ApplicationScoped
class KeptLogos {
    private final EntityManager database;
    private final ExpiredRows expired;
    private final long room;

    KeptLogos(EntityManager database, DataSource rows, LogoConfig config) {
        this.database = database;
        this.expired = new ExpiredRows(rows);
        this.room = config.room().asLongValue();
    }

    /** The logo of this digest, while a client has it. */
    @Transactional
    Optional<Logo> find(String sha256) {
        return database.createQuery(
                        "from Logo where sha256 = :sha256"
                                + " and exists (select 1 from Client where logoSha256 = :sha256)",
                        Logo.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst();
    }

    /** Takes its logo from a client that names another one, or none any more. */
    @Transactional
    void take(String clientId) {
        database.createNativeQuery("update client set logo_sha256 = null where client_id = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /**
     * Gives a client its logo, unless it names another one by now; false when there is no room.
     *
     * @param address where the content was found
     */
    @Transactional
    boolean give(String clientId, URI address, byte[] content, ImageType type) {
        String sha256 = Sha256.hex(content);
        if (!isKept(sha256) && !keep(sha256, content, type)) {
            return false;
        }
        database.createNativeQuery(
                        """
                        update client set logo_sha256 = :sha256
                        where client_id = :client and metadata ->> 'logo_uri' = :address
                        """)
                .setParameter("sha256", sha256)
                .setParameter("client", clientId)
                .setParameter("address", address.toString())
                .executeUpdate();
        return true;
    }

    private boolean isKept(String sha256) {
        return database.find(Logo.class, sha256) != null;
    }

    /** A replica that keeps the same at this moment is no lack of room. */
    private boolean keep(String sha256, byte[] content, ImageType type) {
        return database.createNativeQuery(
                                """
                                insert into logo (sha256, media_type, content)
                                select :sha256, :type, cast(:content as bytea)
                                where (select coalesce(sum(octet_length(content)), 0) from logo) + :length <= :room
                                on conflict (sha256) do update set media_type = excluded.media_type
                                """)
                        .setParameter("sha256", sha256)
                        .setParameter("type", type.mediaType())
                        .setParameter("content", content)
                        .setParameter("length", content.length)
                        .setParameter("room", room)
                        .executeUpdate()
                == 1;
    }

    /** Whoever is given one at this moment fails, and is given it once more. */
    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetUnused() {
        expired.delete("logo", "not exists (select 1 from client where logo_sha256 = logo.sha256)");
    }
}
