package guichet.token.metadata;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.ResponseMode;
import guichet.oauth.Scope;
import guichet.oauth.SignatureAlgorithms;
import guichet.registryclient.OfferedFlows;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Authorization server metadata, RFC 8414 §2, with RFC 9207 §3 and RFC 9701 §7. */
final class ServerMetadata {
    private static final Set<ClientAuthenticationMethod> ANYBODY =
            EnumSet.allOf(ClientAuthenticationMethod.class);
    private static final Set<ClientAuthenticationMethod> WITH_PROOF =
            EnumSet.complementOf(EnumSet.of(ClientAuthenticationMethod.NONE));

    private ServerMetadata() {}

    /** The document, with what OpenID Connect adds. */
    static Map<String, Object> of(
            String issuer,
            Scope scopes,
            OfferedFlows flows,
            Set<String> signatureAlgorithms,
            List<String> languages) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", issuer + "/auth");
        metadata.put("registration_endpoint", issuer + "/register");
        metadata.put("jwks_uri", issuer + "/jwks");
        metadata.put("scopes_supported", scopes.tokens());
        metadata.put("response_types_supported", new TreeSet<>(flows.responseTypes()));
        metadata.put("response_modes_supported", ResponseMode.values());
        metadata.put("grant_types_supported", new TreeSet<>(flows.grantTypes()));
        metadata.put("introspection_signing_alg_values_supported", signatureAlgorithms);
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.putAll(endpoint("token", issuer + "/token", ANYBODY));
        metadata.putAll(endpoint("revocation", issuer + "/revoke", ANYBODY));
        metadata.putAll(endpoint("introspection", issuer + "/introspect", WITH_PROOF));
        metadata.putAll(OpenIdMetadata.of(issuer, signatureAlgorithms, languages));
        return metadata;
    }

    /** An endpoint at which clients authenticate. */
    private static Map<String, Object> endpoint(
            String name, String address, Set<ClientAuthenticationMethod> methods) {
        String endpoint = name + "_endpoint";
        return Map.of(
                endpoint,
                address,
                endpoint + "_auth_methods_supported",
                methods,
                endpoint + "_auth_signing_alg_values_supported",
                SignatureAlgorithms.OF_CLIENTS);
    }
}
