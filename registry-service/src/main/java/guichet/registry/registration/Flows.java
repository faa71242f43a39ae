package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.LONGEST_WORD;
import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.fault;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.oauth.ResponseType;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.registration.Reading.Taken;
import guichet.registryclient.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which a client may get tokens, RFC 7591 §2.1. */
record Flows(List<GrantType> grantTypes, List<ResponseType> responseTypes) {
    private static final String GRANT_TYPES = "grant_types";
    private static final String RESPONSE_TYPES = "response_types";

    private static final LeftOut<ResponseType> NOBODY_IS_SENT_HERE =
            new LeftOut<>(
                    Reason.METADATA_CONTRADICTORY,
                    "each needs authorization_code or implicit in grant_types");

    private static final LeftOut<GrantType> UNSAFE =
            new LeftOut<>(
                    Reason.REDIRECT_URI_NOT_ALLOWED,
                    "redirect_uris: with the grant type implicit each must be https and not lead to"
                            + " localhost");

    Flows {
        grantTypes = List.copyOf(grantTypes);
        responseTypes = List.copyOf(responseTypes);
    }

    /**
     * The grant types and response types, with what was left out filled in, and without those that
     * are not known here or cannot be had by this client.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming the member, when
     *     nothing remains
     */
    static Flows read(MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        List<GrantType> grantTypes =
                fields.texts(GRANT_TYPES, LONGEST_WORD)
                        .map(values ->
                                fields.known(GRANT_TYPES, values, it -> grantType(it, method)))
                        .orElse(List.of(GrantType.AUTHORIZATION_CODE));
        if (grantTypes.stream().allMatch(GrantType.REFRESH_TOKEN::equals)) {
            throw contradictory(GRANT_TYPES, "must have one that yields the first token");
        }
        return new Flows(grantTypes, responseTypes(fields, grantTypes));
    }

    private static Reading<GrantType> grantType(
            String value, @Nullable ClientAuthenticationMethod method) {
        Optional<GrantType> type = GrantType.find(value);
        if (type.isEmpty()) {
            return new LeftOut<>(
                    Reason.METADATA_UNSUPPORTED,
                    "each must be one of authorization_code, implicit, password,"
                            + " client_credentials, refresh_token");
        }
        return type.get() == GrantType.CLIENT_CREDENTIALS
                        && method == ClientAuthenticationMethod.NONE
                ? new LeftOut<>(
                        Reason.METADATA_CONTRADICTORY,
                        "client_credentials needs a client that can keep a secret: not the"
                                + " token_endpoint_auth_method none")
                : new Taken<>(type.get());
    }

    private static List<ResponseType> responseTypes(
            MetadataFields fields, List<GrantType> grantTypes) {
        List<String> named = fields.texts(RESPONSE_TYPES, LONGEST_WORD).orElse(List.of());
        if (!leadBack(grantTypes)) {
            named.forEach(value -> fields.leaveOut(RESPONSE_TYPES, value, NOBODY_IS_SENT_HERE));
            return List.of();
        }
        if (!named.isEmpty()) {
            return fields.known(RESPONSE_TYPES, named, it -> responseType(it, grantTypes)).stream()
                    .distinct()
                    .toList();
        }
        if (grantTypes.contains(GrantType.AUTHORIZATION_CODE)) {
            return List.of(ResponseType.CODE);
        }
        throw fault(
                Reason.METADATA_MISSING,
                RESPONSE_TYPES,
                "implicit needs id_token or id_token token in it");
    }

    private static Reading<ResponseType> responseType(String value, List<GrantType> grantTypes) {
        if (value.equals("token")) {
            return new LeftOut<>(
                    Reason.METADATA_UNSUPPORTED,
                    "token alone is abandoned, RFC 9700 2.1.2: use code, with PKCE");
        }
        Optional<ResponseType> type = ResponseType.find(value);
        if (type.isEmpty()) {
            return new LeftOut<>(
                    Reason.METADATA_UNSUPPORTED, "each must be code, id_token or id_token token");
        }
        GrantType needed = type.get().grantType();
        return grantTypes.contains(needed)
                ? new Taken<>(type.get())
                : new LeftOut<>(
                        Reason.METADATA_CONTRADICTORY,
                        "%s needs %s in grant_types".formatted(type.get(), needed));
    }

    /**
     * Those of a web application that are safe at its addresses: without the implicit flow when
     * tokens themselves must not be sent there, OpenID Connect Dynamic Client Registration §2.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_redirect_uri} when it has no other flow
     */
    Flows safe(MetadataFields fields, List<String> redirectUris) {
        if (!include(GrantType.IMPLICIT)
                || redirectUris.stream().allMatch(RedirectAddress::isSafeForTokens)) {
            return this;
        }
        if (!responseTypes.contains(ResponseType.CODE)) {
            throw UNSAFE.reason().refuse("%s", UNSAFE.why());
        }
        fields.leaveOut(GRANT_TYPES, GrantType.IMPLICIT.value(), UNSAFE);
        responseTypes.stream()
                .filter(ResponseType::isImplicit)
                .forEach(type -> fields.leaveOut(RESPONSE_TYPES, type.toString(), UNSAFE));
        return new Flows(
                grantTypes.stream().filter(type -> type != GrantType.IMPLICIT).toList(),
                responseTypes.stream().filter(type -> !type.isImplicit()).toList());
    }

    boolean include(GrantType type) {
        return grantTypes.contains(type);
    }

    /** Whether people are sent back to the application. */
    boolean leadBack() {
        return leadBack(grantTypes);
    }

    /**
     * Whether the application hears of people only where they are sent back to: then it is whose
     * the redirect addresses are.
     */
    boolean leadOnlyBack() {
        return leadBack() && !include(GrantType.PASSWORD);
    }

    private static boolean leadBack(List<GrantType> grantTypes) {
        return grantTypes.contains(GrantType.AUTHORIZATION_CODE)
                || grantTypes.contains(GrantType.IMPLICIT);
    }

    /** For whom it gets tokens. */
    List<Actor> actors() {
        boolean person = leadBack() || include(GrantType.PASSWORD);
        if (person && include(GrantType.CLIENT_CREDENTIALS)) {
            return List.of(Actor.PERSON, Actor.APPLICATION);
        }
        return List.of(person ? Actor.PERSON : Actor.APPLICATION);
    }
}
