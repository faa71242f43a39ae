package guichet.token.administration;

import static guichet.kit.audit.AuditEvent.SIGNING_KEYS_ROTATED;
import static guichet.kit.audit.AuditEvent.SIGNING_KEY_WITHDRAWN;
import static guichet.kit.audit.AuditField.ALGORITHM;
import static guichet.kit.audit.AuditField.BY;
import static guichet.kit.audit.AuditField.BY_CLIENT;
import static guichet.kit.audit.AuditField.KEY;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.kit.audit.Fact;
import guichet.resource.CurrentAccessToken;
import guichet.resource.RequiresScope;
import guichet.token.key.DescribedKey;
import guichet.token.key.KeyControl;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The signing keys, for administrators, {@code docs/keys.md}. */
@Path("/admin/keys")
@Produces(APPLICATION_JSON)
@RequiresScope(value = "keys:admin", as = RequiresScope.Acting.APPLICATION)
@Cache(noStore = true)
@RunOnVirtualThread
class KeysEndpoint {
    private static final String NONE_ADDED =
            "no key was added: the next one is announced already, and signs once it has been"
                    + " published for long enough";

    private final KeyControl keys;
    private final CurrentAccessToken administrator;
    private final Audit audit;

    KeysEndpoint(KeyControl keys, CurrentAccessToken administrator, Audit audit) {
        this.keys = keys;
        this.administrator = administrator;
        this.audit = audit;
    }

    @GET
    public Keys list() {
        return new Keys(keys.describe(), null, null);
    }

    /** Rotates on demand: those of one algorithm, or of the two that sign by default. */
    @POST
    public Keys rotate(@RestQuery Optional<String> algorithm) {
        Set<String> added = keys.rotate(algorithm);
        tell(SIGNING_KEYS_ROTATED, ALGORITHM.is(algorithm));
        return new Keys(keys.describe(), added, added.isEmpty() ? NONE_ADDED : null);
    }

    /** Withdraws a key at once. */
    @DELETE
    @Path("{kid}")
    public Keys withdraw(@RestPath String kid) {
        if (!keys.withdraw(kid)) {
            throw new NotFoundException();
        }
        tell(SIGNING_KEY_WITHDRAWN, KEY.is(kid));
        return new Keys(keys.describe(), null, null);
    }

    private void tell(AuditEvent event, Fact which) {
        audit.tell(
                event,
                which,
                BY.is(administrator.get().subject()),
                BY_CLIENT.is(administrator.get().clientId()));
    }

    /**
     * The keys as they stand after the call.
     *
     * @param added by a rotation: the names of the keys that are new
     * @param note what else there is to say of it
     */
    @JsonInclude(Include.NON_NULL)
    record Keys(List<DescribedKey> keys, @Nullable Set<String> added, @Nullable String note) {}
}
