package guichet.registry.registration;

import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registry.resource.OfferedResources;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.ResourceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** That nothing is stored for a client but what is on offer at that moment. */
@ApplicationScoped
class OfferCheck {
    private final OfferedResources resources;

    OfferCheck(OfferedResources resources) {
        this.resources = resources;
    }

    /**
     * Ends the request if an API went since the metadata was read; none goes from now on until the
     * end of the transaction. Others who register go on meanwhile.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming what is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(ClientMetadata metadata) {
        resources.hold();
        ResourceCatalogue offered = resources.registrable();
        Scope gone = metadata.scope().without(offered.scope());
        if (!gone.isEmpty()) {
            throw Reason.SCOPE_NOT_ON_OFFER.refuse("scope: %s is on offer no more", gone);
        }
        if (metadata.defaultResource()
                .filter(it -> offered.findIdentifier(it).isEmpty())
                .isPresent()) {
            throw Reason.METADATA_UNSUPPORTED.refuse(
                    "default_resource: must be the identifier of an API on offer");
        }
    }
}
