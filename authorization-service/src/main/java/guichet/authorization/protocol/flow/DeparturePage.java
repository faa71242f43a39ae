package guichet.authorization.protocol.flow;

import guichet.authorization.page.Destination;
import guichet.authorization.page.Language;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.page.Templates.DepartureWords;
import guichet.authorization.protocol.request.AuthorizationResponse;
import guichet.oauth.ResponseMode;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Says where an answer leads, and leaves it to the person to go there, RFC 9700 §4.11.2. Its form
 * is the only one and leads to an address that is registered.
 */
final class DeparturePage {
    private DeparturePage() {}

    static Page of(AuthorizationResponse response, Language language) {
        String address = response.reply().redirectUri();
        DepartureWords words = words(Destination.of(address, language), language);
        return response.reply().mode() == ResponseMode.FORM_POST
                ? page(words, address, true, response).leadingAnywhere()
                : page(words, response.location().toString(), false, response);
    }

    private static Page page(
            DepartureWords words, String address, boolean posted, AuthorizationResponse response) {
        return Page.of(
                Status.OK, Templates.departure(words, address, posted, response.parameters()));
    }

    private static DepartureWords words(String destination, Language language) {
        return switch (language) {
            case ENGLISH ->
                    new DepartureWords(
                            language.tag(),
                            "Continue to %s?".formatted(destination),
                            "An application that nobody here has checked wants you at",
                            destination,
                            "Go there only if you know it. Nothing was shared; you can also close"
                                    + " this page.",
                            "Continue to %s".formatted(destination),
                            "For its makers:");
            case FRENCH ->
                    new DepartureWords(
                            language.tag(),
                            "Continuer vers %s\u00a0?".formatted(destination),
                            "Une application que personne ici n’a vérifiée vous envoie vers",
                            destination,
                            "N’y allez que si vous la connaissez. Rien n’a été transmis\u00a0; vous"
                                    + " pouvez aussi fermer cette page.",
                            "Continuer vers %s".formatted(destination),
                            "Pour ses auteurs\u00a0:");
        };
    }
}
