package guichet.moviesapp.signin;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who looks at the page: what the head of every page asks. */
@Named
@RequestScoped
public class Visitor {
    private static final Logger LOG = Logger.getLogger(Visitor.class);

    private final CurrentIdentityAssociation identities;

    Visitor(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    public boolean isSignedIn() {
        return find().isPresent();
    }

    /** By what name to greet them, OpenID Connect Core 1.0 §5.1; empty for a guest. */
    public String name() {
        return find().map(Visitor::name).orElse("");
    }

    private static String name(SecurityIdentity person) {
        UserInfo claims = person.getAttribute("userinfo");
        return Optional.ofNullable(claims.getName())
                .or(() -> Optional.ofNullable(claims.getPreferredUserName()))
                .orElseGet(() -> person.getPrincipal().getName());
    }

    /**
     * Pages that everybody may see show themselves to whoever cannot be recognised as to a guest.
     */
    private Optional<SecurityIdentity> find() {
        try {
            return Optional.of(identities.getDeferredIdentity().await().indefinitely())
                    .filter(identity -> !identity.isAnonymous());
        } catch (AuthenticationFailedException
                | AuthenticationCompletionException
                | OIDCException unrecognised) {
            LOG.debug("shown as to a guest", unrecognised);
            return Optional.empty();
        }
    }
}
