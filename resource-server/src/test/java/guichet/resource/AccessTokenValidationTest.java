package guichet.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token must be, RFC 9068 §4: one test for each check. */
@QuarkusTest
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTokenValidationTest {
    private static final String BOX = "https://box.example";

    @Test
    void a_good_token_opens() {
        assertThat(opens(good())).isTrue();
    }

    @Test
    void a_good_token_opens_a_reactive_endpoint() {
        given().auth()
                .oauth2(good().subject("alice").signed())
                .get("/box/reactive")
                .then()
                .statusCode(200)
                .body(is("alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt", "AT+JWT"})
    @Tag("RFC9068-4")
    void both_spellings_of_the_type_are_taken(String type) {
        assertThat(opens(good().type(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JWT", "logout+jwt", "application/jwt"})
    @Tag("RFC9068-4")
    void another_type_is_refused(String type) {
        assertThat(faultOf(good().type(type))).contains("not an access token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    @Tag("RFC8725-3.1")
    void an_unsigned_token_is_refused(String none) {
        String header = "{\"typ\":\"at+jwt\",\"alg\":\"%s\",\"kid\":\"the-key\"}".formatted(none);
        String payload = good().signed().split("\\.")[1];

        assertThat(faultOf(base64url(header) + "." + payload + ".")).contains("algorithm");
    }

    @Test
    @Tag("RFC8725-3.1")
    void the_public_key_as_a_shared_secret_is_refused() {
        Key publicKey = TestIssuer.KEY.getPublicKey();
        var secret = new SecretKeySpec(publicKey.getEncoded(), "HmacSHA256");

        assertThat(faultOf(good().signedBy("HS256", secret))).contains("algorithm");
    }

    @Test
    @Tag("RFC8725-3.1")
    void an_algorithm_that_is_not_on_the_list_is_refused() throws JoseException {
        var rsa = RsaJwkGenerator.generateJwk(2048);

        assertThat(faultOf(good().signedBy("RS256", rsa.getPrivateKey()))).contains("algorithm");
    }

    @Test
    @Tag("RFC9068-4")
    void an_id_token_is_told_to_be_one_however_it_is_signed() throws JoseException {
        var rsa = RsaJwkGenerator.generateJwk(2048);
        var idToken = good().type("JWT").at("exp", fromNow(-40)).at("iat", fromNow(-99));

        assertThat(faultOf(idToken)).contains("not an access token");
        assertThat(faultOf(idToken.signedBy("RS256", rsa.getPrivateKey())))
                .contains("not an access token");
        assertThat(faultOf(idToken.kid("unknown"))).contains("not an access token");
    }

    @Test
    void another_issuer_is_refused() {
        assertThat(faultOf(good().with("iss", TestIssuer.address() + "/"))).contains("issuer");
    }

    @Test
    void another_audience_is_refused() {
        assertThat(faultOf(good().with("aud", "https://other.example"))).contains("another API");
    }

    @Test
    void one_of_several_audiences_is_enough() {
        assertThat(opens(good().with("aud", List.of("https://other.example", BOX)))).isTrue();
    }

    @Test
    void an_expired_token_is_refused() {
        assertThat(faultOf(good().at("exp", fromNow(-40)).at("iat", fromNow(-99))))
                .contains("expired");
    }

    @Test
    void a_token_that_expired_within_the_leeway_opens() {
        assertThat(opens(good().at("exp", fromNow(-20)).at("iat", fromNow(-99)))).isTrue();
    }

    @Test
    void a_token_of_the_future_is_refused() {
        assertThat(faultOf(good().at("nbf", fromNow(40)))).contains("not valid yet");
        assertThat(opens(good().at("nbf", fromNow(20)))).isTrue();
    }

    @Test
    void a_token_issued_in_the_future_is_refused() {
        assertThat(faultOf(good().at("iat", fromNow(40)))).contains("not valid yet");
        assertThat(opens(good().at("iat", fromNow(20)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp", "aud", "sub", "client_id", "iat", "jti"})
    @Tag("RFC9068-2.2")
    void a_missing_claim_is_refused(String claim) {
        assertThat(faultOf(good().without(claim))).contains("lacks a claim");
    }

    static Stream<Object> malformedClaims() {
        return Stream.of(
                arguments("exp", "tomorrow"),
                arguments("iat", List.of(1)),
                arguments("aud", 7),
                arguments("sub", Map.of("name", "alice")),
                arguments("client_id", 7),
                arguments("scope", List.of("box:read")),
                arguments("scope", "box:read \"quoted\""),
                arguments("jti", 7));
    }

    @ParameterizedTest
    @MethodSource("malformedClaims")
    void a_malformed_claim_is_refused(String claim, Object value) {
        assertThat(faultOf(good().with(claim, value))).isNotEmpty();
    }

    @Test
    void a_changed_claim_is_refused() {
        String[] parts = good().signed().split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = base64url(payload.replace("a-person", "b-person"));

        assertThat(faultOf(parts[0] + "." + changed + "." + parts[2])).contains("signature");
    }

    @Test
    void another_key_of_the_same_name_is_refused() {
        var impostor = TestIssuer.newKey(TestIssuer.KEY.getKeyId());

        assertThat(faultOf(good().signedBy(impostor))).contains("signature");
    }

    @Test
    void a_key_that_nobody_publishes_is_refused() {
        var unknown = TestIssuer.newKey("unknown");

        assertThat(faultOf(good().signedBy(unknown))).contains("publishes no key");
    }

    @Test
    void a_token_that_names_no_key_is_refused() {
        assertThat(faultOf(good().kid(""))).contains("publishes no key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d.e",
                "e30.e30.",
                "e30.e30.e30",
                "W10.e30.e30",
                "eyJhbGciOiJFUzI1NiIsImtpZCI6N30.e30.e30",
                "eyJ0eXAiOjcsImFsZyI6IkVTMjU2In0.e30.e30",
                "bnVsbA.bnVsbA.bnVsbA",
                "%00.%00.%00"
            })
    void what_is_no_jwt_is_refused(String nonsense) {
        assertThat(faultOf(nonsense)).isNotEmpty();
    }

    @Test
    void a_fault_never_repeats_the_token() {
        String token = good().with("sub", "s3cret-subject").without("jti").signed();

        assertThat(faultOf(token)).doesNotContain("s3cret-subject").doesNotContain("eyJ");
    }

    private static TestToken good() {
        return TestToken.forApi(BOX).scope("box:read");
    }

    private static Instant fromNow(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    private static boolean opens(TestToken token) {
        return given().auth().oauth2(token.signed()).get("/box").statusCode() == 200;
    }

    private static String faultOf(TestToken token) {
        return faultOf(token.signed());
    }

    private static String faultOf(String token) {
        var refused = given().header("Authorization", "Bearer " + token).get("/box");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("error")).isEqualTo("invalid_token");
        return refused.jsonPath().getString("error_description");
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
