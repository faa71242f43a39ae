package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.SessionState;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.flow.Step.Back;
import guichet.authorization.protocol.flow.Step.ToPage;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.authorization.protocol.request.AuthorizationRequests;
import guichet.authorization.protocol.request.AuthorizationResponses;
import guichet.authorization.protocol.request.Recipient;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.oauth.openid.Prompt;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person goes next: to choose, to sign in, to approve, or back to the application. */
@ApplicationScoped
class NextStep {
    private final AuthorizationRequests requests;
    private final SignInDemands demands;
    private final RememberedApprovals approvals;
    private final Issuance issuance;
    private final AuthorizationResponses responses;
    private final Failures failures;
    private final String issuer;

    NextStep(
            AuthorizationRequests requests,
            SignInDemands demands,
            RememberedApprovals approvals,
            Issuance issuance,
            AuthorizationResponses responses,
            Failures failures,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.requests = requests;
        this.demands = demands;
        this.approvals = approvals;
        this.issuance = issuance;
        this.responses = responses;
        this.failures = failures;
        this.issuer = issuer;
    }

    /**
     * The next step of a waiting request. Of one whose redirect address is registered no more the
     * approval page says so.
     */
    Step of(WaitingRequest waiting, Optional<SignedIn> person) {
        RegisteredClient client = waiting.client();
        AuthorizationRequest request = waiting.request();
        return requests.isAtHome(client, request)
                ? of(client, request, person, waiting::handle)
                : approval(waiting.handle());
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
        Optional<OAuthError> fault = requests.faultOf(client, request);
        if (fault.isPresent()) {
            return failed(client, request, fault.get(), person);
        }
        if (person.isEmpty()) {
            return signInOr(client, request, person, handle);
        }
        return switch (demands.check(client, request, person.get())) {
            case MET -> approvalOr(client, request, person.get(), handle);
            case UNCHOSEN -> choice(handle.get());
            case UNMET -> signInOr(client, request, person, handle);
            case ANOTHER_PERSON ->
                    failed(
                            client,
                            request,
                            Reason.ANOTHER_PERSON_SIGNED_IN.error(
                                    "somebody else signed in than the application asked for"),
                            person);
        };
    }

    private Step signInOr(
            RegisteredClient client,
            AuthorizationRequest request,
            Optional<SignedIn> person,
            Supplier<String> handle) {
        if (request.demand().has(Prompt.NONE)) {
            return failed(
                    client,
                    request,
                    Reason.LOGIN_REQUIRED.error(
                            "the person has to sign in: ask again without prompt=none"),
                    person);
        }
        return request.demand().has(Prompt.CREATE) ? signUp(handle.get()) : signIn(handle.get());
    }

    private Step approvalOr(
            RegisteredClient client,
            AuthorizationRequest request,
            SignedIn person,
            Supplier<String> handle) {
        Optional<Step> back =
                request.demand().has(Prompt.CONSENT)
                        ? Optional.empty()
                        : remembered(client, request, person);
        return back.orElseGet(() -> unapproved(client, request, person, handle));
    }

    private Optional<Step> remembered(
            RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        BooleanSupplier isCovered = approvals.covering(person, client, request);
        return isCovered.getAsBoolean()
                ? back(client, request, person, isCovered)
                : Optional.empty();
    }

    private Step unapproved(
            RegisteredClient client,
            AuthorizationRequest request,
            SignedIn person,
            Supplier<String> handle) {
        if (request.demand().has(Prompt.NONE)) {
            return failed(
                    client,
                    request,
                    Reason.CONSENT_REQUIRED.error(
                            "the person has to approve: ask again without prompt=none"),
                    Optional.of(person));
        }
        return approval(handle.get());
    }

    private Step failed(
            RegisteredClient client,
            AuthorizationRequest request,
            OAuthError error,
            Optional<SignedIn> person) {
        return failures.of(Recipient.of(client, request), error, person);
    }

    /** Where the browser of a request that came without cookies is recognised. */
    Step resumption(String handle) {
        return page("/auth/resume", handle);
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

    /** The page on which to decide. */
    Step approval(String handle) {
        return page("/consent", handle);
    }

    private Step page(String path, String handle) {
        return new ToPage(URI.create(issuer + path + "?request=" + handle));
    }

    /** Back to the application with what it asked for: the person has just approved it. */
    Step approved(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        BooleanSupplier approval =
                () -> {
                    approvals.remember(person, request);
                    return true;
                };
        return back(client, request, person, approval).orElseThrow();
    }

    /** Empty if the approval was taken back in this moment. */
    private Optional<Step> back(
            RegisteredClient client,
            AuthorizationRequest request,
            SignedIn person,
            BooleanSupplier approval) {
        try {
            return issuance.issue(client, request, person, approval)
                    .map(it -> responses.success(request, it, sessionState(request, person)))
                    .map(Back::new);
        } catch (OAuthException refused) {
            return Optional.of(failed(client, request, refused.error(), Optional.of(person)));
        }
    }

    private static Optional<String> sessionState(AuthorizationRequest request, SignedIn person) {
        return request.scope().contains(Scope.OPENID)
                ? SessionState.of(request.clientId(), request.reply().redirectUri(), person)
                : Optional.empty();
    }
}
