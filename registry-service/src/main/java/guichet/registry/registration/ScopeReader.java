package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;
import static guichet.registry.registration.MetadataFields.malformed;

import com.fasterxml.jackson.databind.node.TextNode;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.resource.Offer;
import guichet.registryclient.Actor;
import guichet.registryclient.ResourceCatalogue;

/** Reads the most that a client may ask for, RFC 7591 §2. */
final class ScopeReader {
    private static final String MEMBER = "scope";
    private static final int LONGEST = 1000;

    private ScopeReader() {}

    /**
     * The scopes asked for that the client can have. Who names none, or none that exists, gets
     * those of OpenID Connect and those that an API marks as default, RFC 7591 §2; who names only
     * such as it cannot have is refused, since others would not help it. Who says that it wants
     * none has none: so is a client answered whose scopes are all gone, and to send that back must
     * not give it others.
     *
     * @param open the APIs whose scopes the client may have, of those on offer
     */
    static Scope read(MetadataFields fields, Flows flows, Offer offer, ResourceCatalogue open) {
        if (fields.isBlank(MEMBER)) {
            return Scope.NONE;
        }
        Scope asked = fields.text(MEMBER, LONGEST).map(ScopeReader::parsed).orElse(Scope.NONE);
        Scope possible = possible(flows, open);
        Scope taken = asked.only(possible::contains);
        Scope tooMuch = asked.without(possible);
        Scope existing = tooMuch.only(offer.all().scope()::contains);
        if (taken.isEmpty() && !existing.isEmpty()) {
            throw fault(Reason.SCOPE_NOT_ON_OFFER, MEMBER, notOnOffer(existing.toString()));
        }
        tooMuch.tokens().forEach(token -> leaveOut(fields, token));
        if (taken.isEmpty()) {
            Scope usual = offer.registrable().defaultScope();
            return possible(flows, offer.registrable()).only(usual::contains);
        }
        fields.take(MEMBER, TextNode.valueOf(taken.toString()));
        return taken;
    }

    private static void leaveOut(MetadataFields fields, String token) {
        fields.leaveOut(MEMBER, token, new LeftOut<>(Reason.SCOPE_NOT_ON_OFFER, notOnOffer(token)));
    }

    private static String notOnOffer(String scope) {
        return "%s is not on offer for these grant_types".formatted(scope);
    }

    private static Scope possible(Flows flows, ResourceCatalogue catalogue) {
        Scope possible = Scope.NONE;
        for (Actor actor : flows.actors()) {
            possible = possible.and(catalogue.grantable(catalogue.scope(), actor).tokens());
        }
        return possible;
    }

    private static Scope parsed(String text) {
        try {
            return Scope.parse(text);
        } catch (OAuthException refused) {
            throw malformed(MEMBER, refused.error().description());
        }
    }
}
