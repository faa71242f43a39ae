package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.JwtRules;
import guichet.kit.foreign.JwtRules.Audience;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import guichet.registry.client.Voucher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Software statements, RFC 7591 §2.3: what an issuer that is trusted here has signed about a
 * software stands in place of what the registration says itself.
 */
@Singleton
class SoftwareStatements {
    static final String MEMBER = "software_statement";

    /** No type of their own is registered: RFC 7591 §2.3 calls them JWTs. */
    private static final String KIND = "jwt";

    /** What a statement says of itself, and what no statement can say: it is for every copy. */
    private static final Set<String> LEFT_OUT =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "client_id", MEMBER);

    /**
     * Where people are led, or shown to be: whoever has a copy of a statement could add an address
     * of their own.
     */
    static final List<String> ADDRESSES_FOR_PEOPLE =
            List.of(
                    "redirect_uris",
                    "failure_redirect_uri",
                    "post_logout_redirect_uris",
                    "client_uri",
                    "logo_uri",
                    "policy_uri",
                    "tos_uri");

    private final Clock clock;
    private final List<StatementIssuer> trusted;
    private final JwtRules rules;

    SoftwareStatements(
            Clock clock,
            RegistrationConfig config,
            StatementIssuers issuers,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.trusted = issuers.of(config.trustedStatements());
        this.rules =
                new JwtRules(
                        KIND,
                        SignatureAlgorithms.WITH_KEY_PAIR,
                        Set.of(issuer, issuer + "/register"),
                        Audience.OURS_IF_NAMED,
                        false);
    }

    /**
     * A registration with the claims of its statement, if it has one.
     *
     * @param voucher there if the statement answers for every address to which the registration
     *     leads people, and for every one that they are shown
     */
    record Applied(JsonNode members, Optional<Voucher> voucher) {}

    /**
     * The registration with the claims of its statement.
     *
     * @throws guichet.oauth.OAuthException {@code unapproved_software_statement} when nobody who is
     *     trusted issued it, {@code invalid_software_statement} when it is not good
     */
    Applied applied(ObjectNode request) {
        JsonNode statement = request.path(MEMBER);
        if (statement.isMissingNode() || statement.isNull()) {
            return new Applied(request, Optional.empty());
        }
        if (!statement.isTextual()) {
            throw notGood("must be a JWT, as a string");
        }
        ObjectNode stated = claims(statement.textValue()).remove(LEFT_OUT);
        ObjectNode merged = request.deepCopy();
        merged.setAll(stated);
        boolean isStated =
                ADDRESSES_FOR_PEOPLE.stream()
                        .allMatch(name -> stated.hasNonNull(name) || !merged.hasNonNull(name));
        return new Applied(
                merged, isStated ? Optional.of(Voucher.SOFTWARE_STATEMENT) : Optional.empty());
    }

    private ObjectNode claims(String statement) {
        try {
            ForeignJwt jwt = ForeignJwt.read(statement);
            StatementIssuer issuer = issuerOf(jwt);
            rules.check(jwt, clock.instant());
            if (!jwt.isSignedBy(issuer.fitting(jwt))) {
                throw notGood("is not signed with a key of its issuer");
            }
            return jwt.claims();
        } catch (ForeignFault fault) {
            throw notGood(fault.words());
        }
    }

    /** Who says to have issued it; nothing of it is believed yet. */
    private StatementIssuer issuerOf(ForeignJwt statement) throws ForeignFault {
        return statement
                .text("iss")
                .flatMap(name -> trusted.stream().filter(it -> it.name().equals(name)).findFirst())
                .orElseThrow(() ->
                        Reason.SOFTWARE_STATEMENT_UNAPPROVED.refuse(
                                "the issuer of software_statement is not trusted here"));
    }

    private static RuntimeException notGood(String fault) {
        return Reason.SOFTWARE_STATEMENT_NOT_GOOD.refuse("software_statement %s", fault);
    }
}
