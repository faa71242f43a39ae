package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.LONGEST_WORD;
import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.fault;
import static guichet.registry.registration.MetadataFields.malformed;

import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registryclient.ApplicationType;
import guichet.registryclient.OpenIdMetadata;
import guichet.registryclient.SubjectType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a client wants of sign-ins, OpenID Connect Dynamic Client Registration §2. */
final class OpenIdReader {
    /** What is not done here: with https below and a signature inside, it adds little. */
    private static final List<String> ENCRYPTION =
            List.of(
                    "id_token_encrypted_response_alg",
                    "id_token_encrypted_response_enc",
                    "userinfo_encrypted_response_alg",
                    "userinfo_encrypted_response_enc",
                    "introspection_encrypted_response_alg",
                    "introspection_encrypted_response_enc",
                    "request_object_encryption_alg",
                    "request_object_encryption_enc");

    private OpenIdReader() {}

    static OpenIdMetadata read(
            MetadataFields fields, ApplicationType applicationType, Optional<String> sector) {
        ENCRYPTION.forEach(name -> fields.ignore(name, "encryption is not offered here"));
        SubjectType subjectType = subjectType(fields);
        if (subjectType == SubjectType.PAIRWISE && sector.isEmpty()) {
            throw contradictory(
                    "subject_type",
                    "pairwise needs redirect_uris that are web addresses at one host, or else"
                            + " sector_identifier_uri; failure_redirect_uri and"
                            + " backchannel_logout_uri at the same host, or published there;"
                            + " authorization_code or implicit in grant_types, and not password");
        }
        Optional<String> requestObjectAlgorithm = requestObjectAlgorithm(fields);
        return new OpenIdMetadata(
                applicationType,
                subjectType,
                sector,
                ours(fields, "id_token_signed_response_alg")
                        .orElse(OpenIdMetadata.DEFAULTS.idTokenSignedResponseAlg()),
                ours(fields, "userinfo_signed_response_alg"),
                requestObjectAlgorithm,
                requiresSignature(fields, requestObjectAlgorithm),
                fields.seconds("default_max_age"),
                fields.flag("require_auth_time", false),
                fields.texts("default_acr_values", LONGEST_WORD).orElse(List.of()),
                initiateLoginUri(fields),
                WebAddress.allCalled(fields, "request_uris"),
                fields.flag("userinfo_claims_in_id_token", false));
    }

    private static SubjectType subjectType(MetadataFields fields) {
        return fields.text("subject_type", LONGEST_WORD)
                .map(value ->
                        SubjectType.find(value)
                                .orElseThrow(() ->
                                        fault(
                                                Reason.METADATA_UNSUPPORTED,
                                                "subject_type",
                                                "must be public or pairwise")))
                .orElse(SubjectType.PUBLIC);
    }

    /** An algorithm with which this server signs; another is left out. */
    static Optional<String> ours(MetadataFields fields, String name) {
        return fields.oneOf(
                name,
                it -> Optional.of(it).filter(SignatureAlgorithms.OURS::contains),
                unsupported(SignatureAlgorithms.OURS));
    }

    /**
     * The one algorithm to which the client holds its request objects: another is refused, since
     * without it the client would be held to nothing. {@code none} is for clients that say so
     * alone, OpenID Connect Core §6.1.
     */
    private static Optional<String> requestObjectAlgorithm(MetadataFields fields) {
        Set<String> possible = SignatureAlgorithms.OF_REQUEST_OBJECTS;
        Optional<String> named = fields.text("request_object_signing_alg", LONGEST_WORD);
        if (named.filter(it -> !possible.contains(it)).isPresent()) {
            LeftOut<String> fault = unsupported(possible);
            throw fault(fault.reason(), "request_object_signing_alg", fault.why());
        }
        return named;
    }

    private static boolean requiresSignature(MetadataFields fields, Optional<String> algorithm) {
        boolean required = fields.flag("require_signed_request_object", false);
        if (required && algorithm.filter("none"::equals).isPresent()) {
            throw contradictory(
                    "require_signed_request_object",
                    "does not go with request_object_signing_alg none");
        }
        return required;
    }

    private static LeftOut<String> unsupported(Set<String> possible) {
        return new LeftOut<>(
                Reason.METADATA_UNSUPPORTED,
                "must be one of " + String.join(", ", new TreeSet<>(possible)));
    }

    /** OpenID Connect Core §4: a browser is sent there to begin a sign-in. */
    private static Optional<URI> initiateLoginUri(MetadataFields fields) {
        Optional<URI> address = WebAddress.called(fields, "initiate_login_uri");
        if (address.filter(it -> !"https".equalsIgnoreCase(it.getScheme())).isPresent()) {
            throw malformed("initiate_login_uri", "must be an absolute https address");
        }
        return address;
    }
}
