package guichet.token.refresh;

import guichet.oauth.OpaqueToken;
import guichet.token.grant.LiveGrant;

/** The first refresh token of a grant that is kept from now on. */
public record FirstToken(LiveGrant grant, OpaqueToken token) {}
