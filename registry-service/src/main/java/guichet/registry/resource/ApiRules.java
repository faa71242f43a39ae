package guichet.registry.resource;

import guichet.oauth.HttpAddress;
import guichet.oauth.HumanReadableText;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.oauth.SignatureAlgorithms;
import guichet.registry.change.GivenName;
import guichet.registryclient.RegisteredClients;
import guichet.registryclient.ResourceCatalogue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What may be said of an API, whoever says it. */
final class ApiRules {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST_IDENTIFIER = 500;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_WORDS = 200;
    private static final int MOST_SCOPES = 100;

    /** Shorter, clocks that differ and requests under way would use it up. */
    private static final long LEAST_SECONDS = 60;

    private static final long MOST_SECONDS = 24 * 3600;

    /**
     * Of those of OpenID Connect Core §5.1 what an API may act by; it is for nobody's birthday. And
     * of RFC 9068 §2.2.3.1 what administrators say of people.
     */
    private static final Set<String> CLAIMS =
            Set.of(
                    "name",
                    "given_name",
                    "family_name",
                    "nickname",
                    "preferred_username",
                    "email",
                    "email_verified",
                    "phone_number",
                    "locale",
                    "zoneinfo",
                    "roles",
                    "groups");

    private static final Scope OPEN_ID = new ResourceCatalogue(List.of()).scope();

    private ApiRules() {}

    /**
     * Ends the request if it breaks a rule.
     *
     * @throws OAuthException {@code invalid_request}, naming the member
     */
    static void check(Api api) {
        checkWhatItIs(api);
        checkItsTokens(api);
        checkScopes(api.scopes());
    }

    private static void checkWhatItIs(Api api) {
        require(GivenName.isGood(api.name()), "name", GivenName.RULE);
        require(
                isIdentifier(api.identifier()),
                "identifier",
                "must be an absolute URI without a fragment, RFC 8707 2, of %d characters at most"
                        .formatted(LONGEST_IDENTIFIER));
        require(
                isShown(api.title(), LONGEST_TITLE),
                "title",
                "must be plain text of 1 to %d characters".formatted(LONGEST_TITLE));
    }

    private static void checkItsTokens(Api api) {
        require(
                SignatureAlgorithms.OURS.contains(api.signingAlgorithm()),
                "signing_algorithm",
                "must be one of " + String.join(", ", new TreeSet<>(SignatureAlgorithms.OURS)));
        require(
                api.accessTokenLifetime().filter(it -> !isLifetime(it)).isEmpty(),
                "access_token_lifetime",
                "must be %d to %d seconds".formatted(LEAST_SECONDS, MOST_SECONDS));
        require(
                CLAIMS.containsAll(api.accessTokenClaims()),
                "access_token_claims",
                "known of a person are %s".formatted(String.join(", ", new TreeSet<>(CLAIMS))));
        require(
                api.introspectionClient().stream().allMatch(RegisteredClients::canBeClientId),
                "introspection_client",
                "must be a client_id: letters, digits, - and _, 64 at most");
    }

    private static void checkScopes(List<ApiScope> scopes) {
        require(
                !scopes.isEmpty() && scopes.size() <= MOST_SCOPES,
                "scopes",
                "must be 1 to %d".formatted(MOST_SCOPES));
        var names = new HashSet<String>();
        for (ApiScope scope : scopes) {
            require(
                    isScopeToken(scope.name()),
                    "scopes",
                    "a name must be a scope token, RFC 6749 3.3");
            require(!OPEN_ID.contains(scope.name()), scope.name(), "belongs to OpenID Connect");
            require(names.add(scope.name()), scope.name(), "is there twice");
            checkScope(scope);
        }
    }

    private static void checkScope(ApiScope scope) {
        checkWords(scope.name(), scope.words());
        require(
                !scope.grantedTo().isEmpty(),
                scope.name(),
                "granted_to must be person, application or both");
    }

    private static void checkWords(String scope, Map<String, String> words) {
        require(
                words.containsKey(ApiScope.FALLBACK_LANGUAGE),
                scope,
                "words must say in English (en) what it allows");
        words.forEach((language, text) -> {
            require(
                    LANGUAGE.matcher(language).matches(),
                    scope,
                    "words must be named by languages such as en and fr");
            require(
                    isShown(text, LONGEST_WORDS),
                    scope,
                    "words must be plain text of 1 to %d characters".formatted(LONGEST_WORDS));
        });
    }

    private static boolean isIdentifier(String text) {
        return text.length() <= LONGEST_IDENTIFIER
                && text.chars().allMatch(it -> it > ' ' && it < 127)
                && HttpAddress.uri(text)
                        .filter(URI::isAbsolute)
                        .filter(uri -> uri.getRawFragment() == null)
                        .isPresent();
    }

    private static boolean isShown(String text, int longest) {
        return text.length() <= longest
                && HumanReadableText.isPlain(text)
                && !HumanReadableText.isBlank(text);
    }

    private static boolean isLifetime(long seconds) {
        return seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS;
    }

    private static boolean isScopeToken(String text) {
        try {
            return !text.contains(" ") && Scope.parse(text).contains(text);
        } catch (OAuthException _) {
            return false;
        }
    }

    private static void require(boolean good, String member, String rule) {
        if (!good) {
            throw Reason.RESOURCE_MALFORMED.refuse("%s: %s", member, rule);
        }
    }
}
