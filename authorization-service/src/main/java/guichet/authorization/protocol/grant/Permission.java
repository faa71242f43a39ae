package guichet.authorization.protocol.grant;

import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import java.util.List;
import java.util.UUID;

/**
 * What a person allows a client, about to become a grant.
 *
 * @param subject how this client knows the person
 * @param approved how far the person lets it go
 * @param resources the APIs that the client named, RFC 8707 §2.1
 * @param claims what it wants to know by name
 */
public record Permission(
        UUID personId,
        String subject,
        String clientId,
        Extent approved,
        List<String> resources,
        ClaimsRequest claims,
        Authentication authentication) {
    public Permission {
        resources = List.copyOf(resources);
    }
}
