package guichet.authorization.protocol.flow;

import guichet.authorization.protocol.grant.GrantEnds;
import guichet.oauth.OAuthException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes grants of what is approved at that very moment. Who takes the approval back meanwhile comes
 * before, and then nothing is granted, or after, and then ends what was.
 */
@ApplicationScoped
class ApprovedGrants {
    private final GrantEnds ends;

    ApprovedGrants(GrantEnds ends) {
        this.ends = ends;
    }

    /**
     * What is made of an approval; empty if there is none.
     *
     * @param approval looks for it, or gives it; that it was given stays if making refuses
     */
    @Transactional(dontRollbackOn = OAuthException.class)
    <T> Optional<T> make(
            UUID personId, String clientId, BooleanSupplier approval, Supplier<T> making) {
        ends.lock(personId, clientId);
        return approval.getAsBoolean() ? Optional.of(making.get()) : Optional.empty();
    }
}
