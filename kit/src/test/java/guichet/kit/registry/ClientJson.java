package guichet.kit.registry;

/** Parts of a client as the registry tells of it, for neighbours in tests. */
public final class ClientJson {
    private ClientJson() {}

    /** What every client registers for sign-outs, if it registers none of it. */
    public static final String LOGOUT =
            """
            "post_logout_redirect_uris": [], "backchannel_logout_session_required": false,
            "frontchannel_logout_session_required": false\
            """;

    /** These members of OpenID Connect, and the others that every client has. */
    public static String openId(String members) {
        String defaults =
                with(members, "application_type", "\"web\"")
                        + with(members, "subject_type", "\"public\"")
                        + with(members, "id_token_signed_response_alg", "\"RS256\"")
                        + with(members, "require_auth_time", "false")
                        + with(members, "default_acr_values", "[]")
                        + with(members, "request_uris", "[]");
        String all = members.isEmpty() ? defaults : members + ", " + defaults;
        return all.replaceFirst(", $", "");
    }

    private static String with(String members, String name, String value) {
        return members.contains('"' + name + '"') ? "" : "\"%s\": %s, ".formatted(name, value);
    }
}
