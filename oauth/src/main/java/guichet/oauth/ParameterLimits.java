package guichet.oauth;

import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What the values of a parameter may be: how many, how long, of which characters.
 *
 * @param forbidden characters that it may not have
 */
record ParameterLimits(int most, int longest, IntPredicate forbidden) {
    /** Of which requests are made, as RFC 6749 §11.2 has them registered; any other is ignored. */
    private static final Set<String> RECOGNISED =
            Set.of(
                    "access_token",
                    "acr_values",
                    "claims",
                    "claims_locales",
                    "client_assertion",
                    "client_assertion_type",
                    "client_id",
                    "client_secret",
                    "code",
                    "code_challenge",
                    "code_challenge_method",
                    "code_verifier",
                    "display",
                    "grant_type",
                    "id_token_hint",
                    "login_hint",
                    "logout_hint",
                    "max_age",
                    "nonce",
                    "password",
                    "post_logout_redirect_uri",
                    "prompt",
                    "redirect_uri",
                    "refresh_token",
                    "registration",
                    "request",
                    "request_uri",
                    "resource",
                    "response_mode",
                    "response_type",
                    "scope",
                    "state",
                    "token",
                    "token_type_hint",
                    "ui_locales",
                    "username");

    private static final ParameterLimits USUAL =
            new ParameterLimits(1, 8192, Character::isISOControl);

    /** As long as an object may be that is fetched; of the characters of RFC 6749 Appendix A. */
    private static final ParameterLimits JWT =
            new ParameterLimits(1, 100_000, it -> it < ' ' || it > '~');

    /** Kept until its code is redeemed, and as long as grants without one. */
    private static final ParameterLimits NONCE =
            new ParameterLimits(1, 1024, Character::isISOControl);

    /** RFC 8707 §2, as long as an address may be that is registered. */
    private static final ParameterLimits RESOURCE =
            new ParameterLimits(20, 2048, Character::isISOControl);

    /** RFC 8259 §2: space between the parts of JSON may be tabs and line breaks. */
    private static final ParameterLimits JSON =
            new ParameterLimits(1, 8192, it -> Character.isISOControl(it) && !isSpace(it));

    /** Another character makes a wrong password, and no request that cannot be read. */
    private static final ParameterLimits PASSWORD = new ParameterLimits(1, 8192, _ -> false);

    static final ParameterLimits TYPED = new ParameterLimits(1, Integer.MAX_VALUE, _ -> false);

    private static final Map<String, ParameterLimits> OWN =
            Map.of(
                    "claims", JSON,
                    "client_assertion", JWT,
                    "id_token_hint", JWT,
                    "nonce", NONCE,
                    "password", PASSWORD,
                    "request", JWT,
                    "resource", RESOURCE);

    static ParameterLimits of(String name) {
        return OWN.getOrDefault(name, USUAL);
    }

    static boolean isRecognised(String name) {
        return RECOGNISED.contains(name);
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r';
    }
}
