package guichet.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.fuzz.Faults;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.OAuthException;
import guichet.registry.registration.SoftwareStatements.Applied;
import java.lang.reflect.Proxy;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that are signed as they should be, whatever they say: it is a stranger's software. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2.3")
class SoftwareStatementFuzzTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final String CLAIMS =
            "{\"iss\":\"g\",\"exp\":1893456060,\"client_id\":\"d\",\"redirect_uris\":[\"https://a.example\"],\"tos_uri\":null}";
    private static final String REGISTRATION =
            "{\"redirect_uris\":[\"https://b.example\"],\"client_id\":\"c\",\"logo_uri\":\"x\"}";
    private static final EllipticCurveJsonWebKey KEY = key();
    private static final SoftwareStatements STATEMENTS =
            new SoftwareStatements(
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    settings(
                            RegistrationConfig.class,
                            Map.of("trustedStatements", Map.of("guild", trusted()))),
                    new StatementIssuers(null),
                    "https://login.example");

    static Stream<Arguments> statements() {
        return Stream.of(Arguments.of(CLAIMS, REGISTRATION), Arguments.of("{\"iss\":\"g\"}", "{}"));
    }

    /** Thousands are signed and checked, for each of which the JDK takes milliseconds. */
    @BeforeAll
    static void sign_fast() {
        AmazonCorrettoCryptoProvider.install();
    }

    @AfterAll
    static void leave_the_provider_to_nobody() {
        Security.removeProvider(AmazonCorrettoCryptoProvider.INSTANCE.getName());
    }

    @MethodSource("statements")
    @FuzzTest
    void a_statement_is_applied_or_refused(@NotNull String claims, @NotNull String registration) {
        isAppliedOrRefused(signed(claims), claims, registration);
    }

    private static void isAppliedOrRefused(String statement, String claims, String registration) {
        try {
            ObjectNode request = ForeignJson.object(registration);
            request.put("software_statement", statement);
            Applied applied = STATEMENTS.applied(request);
            // no statement names the client, and a voucher is for nothing that it does not say
            assertThat(applied.members().path("client_id")).isEqualTo(request.path("client_id"));
            if (applied.voucher().isPresent()) {
                areSaid(ForeignJson.object(claims), applied);
            }
        } catch (OAuthException | ForeignFault _) {
            // refused in words
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(
                Stream.of(CLAIMS),
                claims -> a_statement_is_applied_or_refused(claims, REGISTRATION));
        String statement = signed(CLAIMS);
        Faults.tryAll(
                Stream.of(REGISTRATION),
                registration -> isAppliedOrRefused(statement, CLAIMS, registration));
    }

    private static void areSaid(ObjectNode claims, Applied applied) {
        assertThat(SoftwareStatements.ADDRESSES_FOR_PEOPLE)
                .filteredOn(applied.members()::hasNonNull)
                .allSatisfy(name ->
                        assertThat(applied.members().get(name)).isEqualTo(claims.get(name)));
    }

    private static String signed(String claims) {
        var statement = new JsonWebSignature();
        statement.setPayload(claims);
        statement.setAlgorithmHeaderValue("ES256");
        statement.setKey(KEY.getPrivateKey());
        try {
            return statement.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("it can be signed, whatever it says", e);
        }
    }

    private static RegistrationConfig.TrustedStatements trusted() {
        return settings(
                RegistrationConfig.TrustedStatements.class,
                Map.of(
                        "issuer",
                        "g",
                        "jwks",
                        Optional.of("{\"keys\":[%s]}".formatted(KEY.toJson())),
                        "jwksUri",
                        Optional.empty()));
    }

    private static <T> T settings(Class<T> mapping, Map<String, ?> values) {
        return mapping.cast(
                Proxy.newProxyInstance(
                        mapping.getClassLoader(),
                        new Class<?>[] {mapping},
                        (_, method, _) -> values.get(method.getName())));
    }

    private static EllipticCurveJsonWebKey key() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
