package guichet.kit.registry;

/** Parts of a client as the registry tells of it, for neighbours in tests. */
public final class ClientJson {
    private ClientJson() {}

    /** The member {@code open_id} and those beside it that every client has, with defaults. */
    public static String defaults() {
        return openId("") + "," + LOGOUT;
    }

    /** The member {@code logout} of a client that registered none of it, and its neighbours. */
    public static final String LOGOUT =
            """
            "rotates_refresh_tokens": true, "requires_pkce": false,
            "logout": {"post_logout_redirect_uris": [],
              "backchannel_logout_session_required": false,
              "frontchannel_logout_session_required": false}\
            """;

    /** The member {@code open_id} with these members, and defaults for the others. */
    public static String openId(String members) {
        String defaults =
                with(members, "application_type", "\"web\"")
                        + with(members, "subject_type", "\"public\"")
                        + with(members, "id_token_signed_response_alg", "\"RS256\"")
                        + with(members, "require_auth_time", "false")
                        + with(members, "default_acr_values", "[]")
                        + with(members, "request_uris", "[]");
        String all = members.isEmpty() ? defaults : members + ", " + defaults;
        return "\"open_id\": {" + all.replaceFirst(", $", "") + "}";
    }

    private static String with(String members, String name, String value) {
        return members.contains('"' + name + '"') ? "" : "\"%s\": %s, ".formatted(name, value);
    }
}
