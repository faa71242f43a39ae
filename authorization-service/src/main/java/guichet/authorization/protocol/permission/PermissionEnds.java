package guichet.authorization.protocol.permission;

import guichet.authorization.people.session.GrantsOfPeople;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.protocol.grant.GrantEnds;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.SessionClient;
import guichet.authorization.protocol.tokenservice.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ends grants, and forgets approvals, with what they were given by. */
@ApplicationScoped
class PermissionEnds implements GrantsOfPeople {
    private final Consents consents;
    private final Grants grants;
    private final GrantEnds ends;
    private final TokenService tokenService;

    PermissionEnds(Consents consents, Grants grants, GrantEnds ends, TokenService tokenService) {
        this.consents = consents;
        this.grants = grants;
        this.ends = ends;
        this.tokenService = tokenService;
    }

    @Override
    public void endAllOf(UUID personId, String reason) {
        ends.endAllOf(personId, reason);
    }

    @Override
    public void endAllBut(SignedIn present, String reason) {
        ends.endAllBut(present.personId(), present.sid(), reason);
    }

    @Override
    public void forgetApprovals(UUID personId, Optional<SignedIn> present) {
        consents.withdrawAllBut(personId, present.map(this::clientsOf).orElse(Set.of()));
    }

    private Set<String> clientsOf(SignedIn present) {
        return grants.clientsOfSessions(List.of(present.sid())).stream()
                .map(SessionClient::clientId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void tellNow(UUID personId) {
        tokenService.tellNow(personId);
    }
}
