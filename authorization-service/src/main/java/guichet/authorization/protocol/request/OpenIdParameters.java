package guichet.authorization.protocol.request;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import guichet.authorization.protocol.claim.ClaimDemand;
import guichet.authorization.protocol.claim.ClaimsParameter;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.tokenservice.IdTokenHint;
import guichet.authorization.protocol.tokenservice.TokenService;
import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.openid.AuthenticationContext;
import guichet.oauth.openid.Prompt;
import guichet.registryclient.RegisteredClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what OpenID Connect Core §3.1.2.1 adds to a request. {@code display} and {@code
 * claims_locales} are preferences that every page and claim here meets already.
 */
@Singleton
class OpenIdParameters {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Clock clock;
    private final ClaimsParameter claims;
    private final TokenService tokens;

    OpenIdParameters(Clock clock, ClaimsParameter claims, TokenService tokens) {
        this.clock = clock;
        this.claims = claims;
        this.tokens = tokens;
    }

    /** What is demanded of the sign-in. */
    SignInDemand demand(RegisteredClient client, Form form, ClaimsRequest claims) {
        return new SignInDemand(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                prompts(form.find("prompt")),
                form.find("max_age")
                        .map(OpenIdParameters::seconds)
                        .or(() -> client.metadata().openId().defaultMaxAge()),
                subject(client, form, claims),
                form.find("login_hint"),
                form.find("ui_locales"),
                Optional.empty());
    }

    private static Set<Prompt> prompts(Optional<String> text) {
        Set<Prompt> prompts =
                text.stream()
                        .flatMap(value -> Stream.of(value.strip().split(" +")))
                        .map(OpenIdParameters::prompt)
                        .collect(toSet());
        if (prompts.contains(Prompt.NONE) && prompts.size() > 1) {
            throw Reason.PROMPT_CONTRADICTORY.refuse("prompt=none goes with no other prompt");
        }
        return prompts;
    }

    private static Prompt prompt(String value) {
        return Prompt.find(value)
                .orElseThrow(() ->
                        Reason.PROMPT_UNSUPPORTED.refuse(
                                "prompt must be one of %s",
                                Stream.of(Prompt.values())
                                        .map(Prompt::toString)
                                        .collect(joining(", "))));
    }

    private static Long seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw Reason.MAX_AGE_MALFORMED.refuse("max_age must be a number of seconds");
        }
        return Long.valueOf(text);
    }

    /** Whom the application expects: by an ID token, or by the claim sub, Core §5.5.1. */
    private Optional<String> subject(RegisteredClient client, Form form, ClaimsRequest claims) {
        return form.find("id_token_hint")
                .map(hint -> hinted(client, OpaqueToken.of(hint)).subject())
                .or(() -> ofIdToken(claims, "sub").flatMap(OpenIdParameters::only));
    }

    private IdTokenHint hinted(RegisteredClient client, OpaqueToken idToken) {
        return tokens.readHint(idToken)
                .filter(hint -> hint.clientId().equals(client.clientId()))
                .orElseThrow(() ->
                        Reason.ID_TOKEN_HINT_NOT_OURS.refuse(
                                "id_token_hint is not an ID token that this client was"
                                        + " given here"));
    }

    private static Optional<String> only(ClaimDemand demand) {
        return demand.values().stream().findFirst();
    }

    /**
     * What the application wants to know, OpenID Connect Core §5.5.
     *
     * @throws guichet.oauth.OAuthException {@code unmet_authentication_requirements} when it cannot
     *     do without an {@code acr} that is not to be had here, §5.5.1.1
     */
    ClaimsRequest claims(Form form) {
        ClaimsRequest asked = form.find("claims").map(claims::read).orElse(ClaimsRequest.NONE);
        ofIdToken(asked, "acr")
                .filter(acr -> acr.essential() && !acr.values().isEmpty())
                .filter(acr ->
                        Stream.of(AuthenticationContext.values())
                                .map(AuthenticationContext::toString)
                                .noneMatch(acr.values()::contains))
                .ifPresent(_ -> {
                    throw Reason.ACR_UNSUPPORTED.refuse(
                            "none of the acr values that are essential is to be had here:"
                                    + " see acr_values_supported");
                });
        return asked;
    }

    private static Optional<ClaimDemand> ofIdToken(ClaimsRequest asked, String name) {
        return Optional.ofNullable(asked.idToken().get(name));
    }
}
