package guichet.registryclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a client registered for OpenID Connect, Dynamic Client Registration 1.0 §2.
 *
 * @param sectorIdentifier the host that stands for the sector of pairwise subjects, Core §8.1
 * @param idTokenSignedResponseAlg with what its ID tokens are signed
 * @param userinfoSignedResponseAlg with what its userinfo answers are signed; empty for plain JSON
 * @param requestObjectSigningAlg the one algorithm of its request objects; empty for any signature
 * @param requireSignedRequestObject whether its requests must be signed, RFC 9101 §10.5
 * @param defaultMaxAge how old a sign-in may be, in seconds, where a request does not say
 * @param requireAuthTime whether ID tokens must say when the person signed in; ours always do
 * @param defaultAcrValues the classes of sign-in that it wants where a request does not say
 * @param initiateLoginUri where others may have it begin a sign-in, Core §4
 * @param requestUris from where request objects may be fetched
 * @param userinfoClaimsInIdToken whether its ID tokens say what userinfo says too, which Core §5.4
 *     leaves to userinfo; not of a standard
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OpenIdMetadata(
        ApplicationType applicationType,
        SubjectType subjectType,
        Optional<String> sectorIdentifier,
        String idTokenSignedResponseAlg,
        Optional<String> userinfoSignedResponseAlg,
        Optional<String> requestObjectSigningAlg,
        boolean requireSignedRequestObject,
        Optional<Long> defaultMaxAge,
        boolean requireAuthTime,
        List<String> defaultAcrValues,
        Optional<URI> initiateLoginUri,
        List<String> requestUris,
        boolean userinfoClaimsInIdToken) {
    /** What holds for a client that registered none of it. */
    public static final OpenIdMetadata DEFAULTS =
            new OpenIdMetadata(
                    ApplicationType.WEB,
                    SubjectType.PUBLIC,
                    Optional.empty(),
                    "RS256",
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    false,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    false);

    public OpenIdMetadata {
        defaultAcrValues = List.copyOf(defaultAcrValues);
        requestUris = List.copyOf(requestUris);
    }
}
