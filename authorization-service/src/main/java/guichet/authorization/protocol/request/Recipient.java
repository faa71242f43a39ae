package guichet.authorization.protocol.request;

import guichet.oauth.openid.Prompt;
import guichet.registryclient.RegisteredClient;

/**
 * Who asks, and where answers may be sent: known before anything else of a request is looked at.
 *
 * @param reply to an address that is registered for this client
 * @param isSilent whether nobody is to be shown anything, {@code prompt=none}
 */
public record Recipient(RegisteredClient client, ReplyAddress reply, boolean isSilent) {
    /** Who asked this, and where the answer goes. */
    public static Recipient of(RegisteredClient client, AuthorizationRequest request) {
        return new Recipient(client, request.reply(), request.demand().has(Prompt.NONE));
    }

    /** Whether errors are sent where they were when this was asked: pages said so. */
    public boolean failsWhereItDid() {
        return reply.failureUri().equals(client.metadata().failureRedirectUri());
    }

    /** Where an error is sent: the client's own address for failures, if it registered one. */
    ReplyAddress failureReply() {
        return client.metadata().failureRedirectUri().map(reply::at).orElse(reply);
    }
}
