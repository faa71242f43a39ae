package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import guichet.kit.registry.Actor;
import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.oauth.ResponseType;
import java.util.List;

/** The ways in which a client may get tokens, RFC 7591 §2.1. */
record Flows(List<GrantType> grantTypes, List<ResponseType> responseTypes) {
    private static final String GRANT_TYPES = "grant_types";
    private static final String RESPONSE_TYPES = "response_types";
    private static final int LONGEST_NAME = 100;

    Flows {
        grantTypes = List.copyOf(grantTypes);
        responseTypes = List.copyOf(responseTypes);
    }

    /**
     * The grant types and response types, with what was left out filled in.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming the member
     */
    static Flows read(MetadataFields fields) {
        List<GrantType> grantTypes =
                fields.texts(GRANT_TYPES, LONGEST_NAME)
                        .map(values -> values.stream().map(Flows::grantType).toList())
                        .orElse(List.of(GrantType.AUTHORIZATION_CODE));
        if (grantTypes.stream().allMatch(GrantType.REFRESH_TOKEN::equals)) {
            throw fault(
                    Reason.METADATA_CONTRADICTORY,
                    GRANT_TYPES,
                    "must have one that yields the first token");
        }
        return new Flows(grantTypes, responseTypes(fields, grantTypes));
    }

    private static GrantType grantType(String value) {
        return GrantType.find(value)
                .orElseThrow(() ->
                        fault(
                                Reason.METADATA_UNSUPPORTED,
                                GRANT_TYPES,
                                "each must be one of authorization_code, implicit, password,"
                                        + " client_credentials, refresh_token"));
    }

    private static List<ResponseType> responseTypes(
            MetadataFields fields, List<GrantType> grantTypes) {
        List<String> named = fields.texts(RESPONSE_TYPES, LONGEST_NAME).orElse(List.of());
        if (!named.isEmpty()) {
            return named.stream().map(value -> responseType(value, grantTypes)).distinct().toList();
        }
        if (grantTypes.contains(GrantType.AUTHORIZATION_CODE)) {
            return List.of(ResponseType.CODE);
        }
        if (grantTypes.contains(GrantType.IMPLICIT)) {
            throw fault(
                    Reason.METADATA_MISSING,
                    RESPONSE_TYPES,
                    "implicit needs id_token or id_token token in it");
        }
        return List.of();
    }

    private static ResponseType responseType(String value, List<GrantType> grantTypes) {
        if (value.equals("token")) {
            throw fault(
                    Reason.IMPLICIT_FLOW_ABANDONED,
                    RESPONSE_TYPES,
                    "token alone is abandoned, RFC 9700 2.1.2: use code, with PKCE");
        }
        ResponseType type =
                ResponseType.find(value)
                        .orElseThrow(() ->
                                fault(
                                        Reason.METADATA_UNSUPPORTED,
                                        RESPONSE_TYPES,
                                        "each must be code, id_token or id_token token"));
        if (!grantTypes.contains(type.grantType())) {
            throw fault(
                    Reason.METADATA_CONTRADICTORY,
                    RESPONSE_TYPES,
                    "%s needs %s in grant_types".formatted(type, type.grantType()));
        }
        return type;
    }

    boolean include(GrantType type) {
        return grantTypes.contains(type);
    }

    /** Whether people are sent back to the application. */
    boolean leadBack() {
        return include(GrantType.AUTHORIZATION_CODE) || include(GrantType.IMPLICIT);
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
