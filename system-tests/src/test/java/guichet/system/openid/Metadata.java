package guichet.system.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import guichet.system.stack.HttpsStack.Provider;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;
import java.util.TreeSet;

/** What the provider says of itself, OpenID Connect Discovery §3. */
record Metadata(Calls calls, Reply reply) {
    static Metadata of(Provider provider, Calls calls) {
        var address = URI.create(provider.issuer() + "/.well-known/openid-configuration");
        return new Metadata(calls, calls.get(address));
    }

    JsonNode json() {
        return reply.json();
    }

    String text(String member) {
        return reply.text(member);
    }

    URI address(String member) {
        return URI.create(text(member));
    }

    /** The values of a list. */
    Set<String> values(String member) {
        var values = new TreeSet<String>();
        json().path(member).forEach(each -> values.add(each.asText()));
        return values;
    }

    /** The keys that the provider publishes now. */
    JWKSet keys() {
        try {
            return JWKSet.parse(calls.get(address("jwks_uri")).body());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
