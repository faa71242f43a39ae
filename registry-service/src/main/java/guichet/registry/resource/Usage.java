package guichet.registry.resource;

import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.oauth.Reason;
import guichet.registry.change.ChangeOptions;
import guichet.registry.client.ScopeUser;
import guichet.registry.client.ScopeUsers;
import guichet.registry.tokenservice.EndedScopes;
import guichet.registry.tokenservice.TokenService;
import guichet.registryclient.RegistryAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who uses an API, and the end of that. */
@ApplicationScoped
class Usage implements OutboxHandler<EndedScopes> {
    private static final int MOST_TOLD = 5;

    /** No API has it. */
    private static final String NONE = "";

    private final ScopeUsers users;
    private final TokenService tokenService;
    private final Outbox outbox;
    private final Clock clock;

    Usage(ScopeUsers users, TokenService tokenService, Outbox outbox, Clock clock) {
        this.users = users;
        this.tokenService = tokenService;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends the use of an API that is about to go, in its transaction.
     *
     * @param options by force applications lose it; otherwise there may be none that has a scope of
     *     it, or means it where a request names none
     * @throws guichet.oauth.OAuthException naming some of those that use it
     */
    void end(Api api, ChangeOptions options) {
        end(api, api.scopeNames(), api.identifier(), options);
    }

    /** The same of scopes that an API is about to lose. */
    void end(Api api, Set<String> scopes, ChangeOptions options) {
        if (!scopes.isEmpty()) {
            end(api, scopes, NONE, options);
        }
    }

    private void end(Api api, Set<String> scopes, String identifier, ChangeOptions options) {
        List<ScopeUser> some = users.find(scopes, identifier, MOST_TOLD);
        some.stream()
                .filter(ScopeUser::declared)
                .findFirst()
                .ifPresent(user -> {
                    throw Reason.RESOURCE_OF_THE_SETTINGS.refuse(
                            "the settings declare %s, which uses it: take its scopes from there"
                                    + " first",
                            user);
                });
        if (!some.isEmpty() && !options.force()) {
            throw Reason.RESOURCE_IN_USE.refuse(
                    "it is used by %s: have them registered without %s, or force it, which ends"
                            + " what was granted",
                    told(some), String.join(" and ", scopes));
        }
        if (!options.dryRun()) {
            users.take(scopes, identifier);
            tell(api, scopes);
        }
    }

    /** Takes the scopes of an API that is reserved from now on from all that have one. */
    void endOfUndeclared(Api api) {
        if (users.take(api.scopeNames(), NONE) > 0) {
            tell(api, api.scopeNames());
        }
    }

    /** Ends what was granted of an API in whose place another one comes. */
    void endOfGrants(Api api) {
        tell(api, api.scopeNames());
    }

    private void tell(Api api, Set<String> scopes) {
        outbox.put(
                kind(),
                api.name(),
                new EndedScopes(
                        api.identifier(),
                        List.copyOf(scopes),
                        clock.instant().plus(RegistryAnswers.FRESH)));
    }

    private static String told(List<ScopeUser> some) {
        String names = some.stream().map(ScopeUser::toString).collect(Collectors.joining(", "));
        return some.size() < MOST_TOLD ? names : names + " and perhaps others";
    }

    @Override
    public Kind<EndedScopes> kind() {
        return Kind.untilHeard("scopes-ended", EndedScopes.class);
    }

    @Override
    public void deliver(EndedScopes ended) {
        tokenService.endScopes(ended);
    }
}
