package guichet.authorization.flow;

import guichet.authorization.code.AuthorizationCodes;
import guichet.authorization.code.CodeBinding;
import guichet.authorization.consent.Consents;
import guichet.authorization.grant.Grants;
import guichet.authorization.request.AuthorizationAnswer;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.session.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person goes next: to sign in, to approve, or back to the application with a code. */
@ApplicationScoped
class NextStep {
    private final Consents consents;
    private final Grants grants;
    private final AuthorizationCodes codes;
    private final AuthorizationAnswer answer;
    private final String issuer;

    NextStep(
            Consents consents,
            Grants grants,
            AuthorizationCodes codes,
            AuthorizationAnswer answer,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.consents = consents;
        this.grants = grants;
        this.codes = codes;
        this.answer = answer;
        this.issuer = issuer;
    }

    /**
     * The next address.
     *
     * @param handle of the waiting request, asked for only if it has to wait
     */
    URI of(AuthorizationRequest request, Optional<SignedIn> person, Supplier<String> handle) {
        if (person.isEmpty()) {
            return signIn(handle.get());
        }
        var approved = consents.of(person.get().personId(), request.clientId());
        return approved.containsAll(request.scope())
                ? back(request, person.get())
                : approval(handle.get());
    }

    /** The page on which to sign in. */
    URI signIn(String handle) {
        return URI.create(issuer + "/login?request=" + handle);
    }

    /** The page on which to decide. */
    URI approval(String handle) {
        return URI.create(issuer + "/consent?request=" + handle);
    }

    /** Back to the application with a code for a new grant. */
    URI back(AuthorizationRequest request, SignedIn person) {
        var grant =
                grants.add(
                        person.personId(), request.clientId(), request.scope(), person.authTime());
        Optional<String> redirectUri =
                Optional.of(request.redirectUri()).filter(_ -> request.redirectUriGiven());
        var code = codes.issue(grant, new CodeBinding(redirectUri, request.codeChallenge()));
        return answer.success(request, code);
    }
}
