package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.contract.Golden;
import java.io.UncheckedIOException;

/** Clients as the registry tells of them, for neighbours in tests. */
public final class ClientJson {
    private static final String PLAIN =
            """
            "client_name": "Ciné Club", "contacts": [], "subject_type": "public",
            "id_token_signed_response_alg": "RS256", "require_signed_request_object": false,
            "require_auth_time": false, "default_acr_values": [], "request_uris": [],
            "userinfo_claims_in_id_token": false, "post_logout_redirect_uris": [],
            "backchannel_logout_session_required": false, "frontchannel_logout_session_required": false,
            "require_pkce": false, "secret_hashes": []\
            """;

    private ClientJson() {}

    /**
     * A client that registered nothing in particular, with these members more, or other values of
     * some.
     *
     * @param members JSON without the braces, none that the contract does not have
     */
    public static String of(String clientId, String members) {
        Golden golden = Golden.today("clients");
        ObjectNode client = golden.leastResponse();
        client.setAll(object(PLAIN));
        client.setAll(object(members));
        client.put("client_id", clientId);
        assertThat(golden.response().fieldNames()).toIterable().containsAll(client::fieldNames);
        return client.toString();
    }

    private static ObjectNode object(String members) {
        try {
            return (ObjectNode) new ObjectMapper().readTree("{" + members + "}");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
