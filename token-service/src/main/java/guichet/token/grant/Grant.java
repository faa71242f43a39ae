package guichet.token.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person's permission for one client, as authorization-service tells it.
 *
 * @param subject the person, as tokens name them in {@code sub}
 * @param resources the APIs that the client named, RFC 8707 §2.1; none when it named none
 * @param authTime when the person signed in
 * @param amr how the person signed in, RFC 8176
 * @param acr the class of that, OpenID Connect Core §2
 * @param sid the person's session; empty for a password that an application passed on
 * @param personId whose it is, whatever {@code subject} calls them: ends are told of people. Empty
 *     from an older authorization-service
 * @param grantedAt when it was given, by the clock that ends are told by; empty likewise
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Grant(
        @JsonProperty("grant_id") UUID id,
        String clientId,
        String subject,
        Scope scope,
        List<String> resources,
        Instant authTime,
        List<String> amr,
        Optional<String> acr,
        Optional<UUID> sid,
        Optional<UUID> personId,
        Optional<Instant> grantedAt) {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Grant {
        resources = List.copyOf(resources);
        amr = List.copyOf(amr);
    }

    /**
     * Whose it is by what tokens call them: a public subject is the identifier inside, a pairwise
     * one is not, OpenID Connect Core §8.
     */
    Optional<UUID> personBySubject() {
        return UUID_FORM.matcher(subject).matches()
                ? Optional.of(UUID.fromString(subject))
                : Optional.empty();
    }

    /**
     * What a token of it is for.
     *
     * @param asked the APIs that the token request names, RFC 8707 §2.2
     * @throws guichet.oauth.OAuthException as {@link Target#ofGrant} says
     */
    public Target target(ResourceCatalogue catalogue, List<String> asked) {
        return Target.ofGrant(catalogue, scope, given(), resources, asked);
    }

    /** What of its scope is on offer still as it was when it was granted. */
    public Scope stillOffered(ResourceCatalogue catalogue) {
        return catalogue.stillOffered(scope, given());
    }

    /** One that does not say when it was given has just been given. */
    private Instant given() {
        return grantedAt.orElse(Instant.MAX);
    }

    /** The same permission no further than its client is registered, which may be less by now. */
    public Grant within(Scope registered) {
        return narrowedTo(scope.only(registered::contains));
    }

    /** The same permission with less scope, for one access token. */
    public Grant narrowedTo(Scope less) {
        return new Grant(
                id, clientId, subject, less, resources, authTime, amr, acr, sid, personId,
                grantedAt);
    }
}
