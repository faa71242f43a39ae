package guichet.authorization.flow;

import guichet.authorization.consent.Consents;
import guichet.authorization.flow.Step.Back;
import guichet.authorization.flow.Step.ToPage;
import guichet.authorization.request.AuthorizationAnswer;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.request.Prompt;
import guichet.authorization.request.Recipient;
import guichet.authorization.session.SessionState;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person goes next: to choose, to sign in, to approve, or back to the application. */
@ApplicationScoped
class NextStep {
    private final SignInDemands demands;
    private final Consents consents;
    private final Issuance issuance;
    private final AuthorizationAnswer answer;
    private final String issuer;

    NextStep(
            SignInDemands demands,
            Consents consents,
            Issuance issuance,
            AuthorizationAnswer answer,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.demands = demands;
        this.consents = consents;
        this.issuance = issuance;
        this.answer = answer;
        this.issuer = issuer;
    }

    /** The next step of a waiting request. */
    Step of(WaitingRequest waiting, Optional<SignedIn> person) {
        return of(
                waiting.client().orElseThrow(),
                waiting.request().orElseThrow(),
                person,
                waiting::handle);
    }

    /**
     * The next step.
     *
     * @param handle of the waiting request, asked for only if it has to wait
     */
    Step of(
            RegisteredClient client,
            AuthorizationRequest request,
            Optional<SignedIn> person,
            Supplier<String> handle) {
        if (person.isEmpty()) {
            return signInOr(client, request, handle);
        }
        return switch (demands.check(client, request, person.get())) {
            case MET -> approvalOr(client, request, person.get(), handle);
            case UNCHOSEN -> choice(handle.get());
            case UNMET -> signInOr(client, request, handle);
            case ANOTHER_PERSON ->
                    failed(
                            client,
                            request,
                            Reason.ANOTHER_PERSON_SIGNED_IN.error(
                                    "somebody else signed in than the application asked for"));
        };
    }

    private Step signInOr(
            RegisteredClient client, AuthorizationRequest request, Supplier<String> handle) {
        if (request.demand().has(Prompt.NONE)) {
            return failed(
                    client,
                    request,
                    Reason.LOGIN_REQUIRED.error(
                            "the person has to sign in: ask again without prompt=none"));
        }
        return request.demand().has(Prompt.CREATE) ? signUp(handle.get()) : signIn(handle.get());
    }

    private Step approvalOr(
            RegisteredClient client,
            AuthorizationRequest request,
            SignedIn person,
            Supplier<String> handle) {
        var approved = consents.of(person.personId(), request.clientId());
        if (approved.covers(request.extent()) && !request.demand().has(Prompt.CONSENT)) {
            return back(client, request, person);
        }
        if (request.demand().has(Prompt.NONE)) {
            return failed(
                    client,
                    request,
                    Reason.CONSENT_REQUIRED.error(
                            "the person has to approve: ask again without prompt=none"));
        }
        return approval(handle.get());
    }

    /** Back to the application, or to its address for failures, with an error. */
    Step failed(RegisteredClient client, AuthorizationRequest request, OAuthError error) {
        return failed(Recipient.of(client, request), error);
    }

    Step failed(Recipient recipient, OAuthError error) {
        return new Back(answer.failure(recipient, error));
    }

    /** The page on which to sign in. */
    Step signIn(String handle) {
        return page("/login", handle);
    }

    /** The page on which to choose an account. */
    Step choice(String handle) {
        return page("/login/choice", handle);
    }

    /** The page on which to make an account. */
    Step signUp(String handle) {
        return page("/signup", handle);
    }

    /** The account of who is signed in and was sent by nobody. */
    Step account() {
        return new ToPage(URI.create(issuer + "/account"));
    }

    /** The page on which to decide. */
    Step approval(String handle) {
        return page("/consent", handle);
    }

    private Step page(String path, String handle) {
        return new ToPage(URI.create(issuer + path + "?request=" + handle));
    }

    /** Back to the application with what it asked for. */
    Step back(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        try {
            var issued = issuance.issue(client, request, person);
            return new Back(answer.success(request, issued, sessionState(request, person)));
        } catch (OAuthException refused) {
            return failed(client, request, refused.error());
        }
    }

    private static Optional<String> sessionState(AuthorizationRequest request, SignedIn person) {
        return request.scope().contains(Scope.OPENID)
                ? SessionState.of(request.clientId(), request.reply().redirectUri(), person)
                : Optional.empty();
    }
}
