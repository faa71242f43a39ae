package guichet.authorization.protocol.passwordgrant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.SignInMethod;
import guichet.authorization.people.signin.SignIn;
import guichet.authorization.people.signin.SignIn.Attempt.Failed;
import guichet.authorization.people.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.people.signin.SignIn.Attempt.Throttled;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.grant.Authentication;
import guichet.authorization.protocol.grant.Grant;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.Permission;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.authorization.protocol.grant.Subjects;
import guichet.authorization.protocol.identity.IdentityClaims;
import guichet.kit.internal.CallableBy;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a grant of a person's password, RFC 6749 §4.3; {@code docs/internal-api.md}. */
@Path("/internal/password-grants")
@CallableBy("token")
@RunOnVirtualThread
class PasswordGrantEndpoint {
    private final SignIn signIn;
    private final RegisteredClients clients;
    private final Subjects subjects;
    private final Grants grants;
    private final IdentityClaims claims;
    private final Clock clock;

    PasswordGrantEndpoint(
            SignIn signIn,
            RegisteredClients clients,
            Subjects subjects,
            Grants grants,
            IdentityClaims claims,
            Clock clock) {
        this.signIn = signIn;
        this.clients = clients;
        this.subjects = subjects;
        this.grants = grants;
        this.claims = claims;
        this.clock = clock;
    }

    @POST
    public Verification verify(PasswordRequest request) {
        Optional<RegisteredClient> client = clients.find(request.clientId());
        if (client.isEmpty()) {
            return new Verification.Refused(); // deleted since token-service authenticated it
        }
        var clientId = Optional.of(request.clientId());
        return switch (signIn.attempt(
                request.username(), request.password(), List.of(), clientId)) {
            case Succeeded(var person) ->
                    granted(permission(person, client.get(), request), person, request);
            case Failed() -> new Verification.Refused();
            case Throttled(var seconds) -> new Verification.Throttled(seconds);
        };
    }

    private Verification granted(Permission permission, Person checked, PasswordRequest request) {
        return grants.addByPassword(permission, checked)
                .map(it -> new PersonGrant(it, permission.approved(), permission.claims()))
                .<Verification>map(it ->
                        new Verification.Granted(
                                it.grant(),
                                request.userinfoClaims()
                                        ? claims.forUserinfo(it, it.grant().scope())
                                        : Map.of(),
                                claims.forAccessToken(
                                        it, it.grant().scope(), request.accessTokenClaims())))
                .orElseGet(Verification.Refused::new);
    }

    private Permission permission(Person person, RegisteredClient client, PasswordRequest request) {
        return new Permission(
                person.id(),
                subjects.of(person.id(), client),
                request.clientId(),
                Extent.of(request.grantable()),
                request.resources(),
                ClaimsRequest.NONE,
                Authentication.by(new SignInMethod.Password(), clock.instant()));
    }

    /**
     * A name and a password, and what the client wants to do as that person.
     *
     * @param userinfoClaims whether the ID token is to say what userinfo says; false from an older
     *     token-service
     * @param accessTokenClaims what some API wants its tokens to say of the person; none likewise
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record PasswordRequest(
            String clientId,
            String username,
            String password,
            Scope scope,
            List<String> resources,
            boolean userinfoClaims,
            List<String> accessTokenClaims) {
        PasswordRequest {
            requireNonNull(clientId, "client_id");
            requireNonNull(username, "username");
            requireNonNull(password, "password");
            requireNonNull(scope, "scope");
            resources = List.copyOf(resources);
            accessTokenClaims = Stream.ofNullable(accessTokenClaims).flatMap(List::stream).toList();
        }

        /**
         * What a password grants of it: to go on without them people have to approve, OpenID
         * Connect Core §11, and nobody asks them here. To refresh does without.
         */
        Scope grantable() {
            return scope.without(Scope.of(Scope.OFFLINE_ACCESS));
        }

        @Override
        public String toString() {
            return "PasswordRequest[client " + clientId + "]";
        }
    }

    /** The answer. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "granted", value = Verification.Granted.class),
        @JsonSubTypes.Type(name = "refused", value = Verification.Refused.class),
        @JsonSubTypes.Type(name = "throttled", value = Verification.Throttled.class)
    })
    sealed interface Verification {
        @JsonNaming(SnakeCaseStrategy.class)
        record Granted(
                Grant grant,
                Map<String, Object> idTokenClaims,
                Map<String, Object> accessTokenClaims)
                implements Verification {}

        record Refused() implements Verification {}

        @JsonNaming(SnakeCaseStrategy.class)
        record Throttled(long retryAfter) implements Verification {}
    }
}
