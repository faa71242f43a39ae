package guichet.authorization.protocol.request;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.foreign.OddValues;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9101-4")
class RequestObjectTest {
    private static final PublicJsonWebKey KEY = key();

    private final Visit visit = new Visit();
    private final String client = clientWith("");

    @Test
    @Tag("OIDCC-6.1")
    void a_signed_object_makes_the_request() throws Exception {
        Response page = asks(client, "request", signed(claims(client)));

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    @Tag("OIDCC-6.1")
    void its_parameters_stand_in_place_of_those_beside_it() throws Exception {
        JwtClaims claims = claims(client);
        claims.setStringClaim("state", "of the object");
        claims.setStringClaim("prompt", "none");
        var beside = beside(client, "request", signed(claims));
        beside.put("state", "beside it");
        beside.put("redirect_uri", "https://evil.example/cb");

        Response back = visit.asks(beside);

        assertThat(back.header("Location")).startsWith(RegistryNeighbour.REDIRECT_URI);
        assertThat(parameter(back, "state")).isEqualTo("of the object");
        assertThat(parameter(back, "error")).isEqualTo("login_required");
    }

    @Test
    @Tag("RFC9101-6.3")
    void what_stands_beside_a_signed_object_is_not_part_of_the_request() throws Exception {
        JwtClaims claims = claims(client);
        claims.setStringClaim("prompt", "none");
        claims.unsetClaim("state");
        var beside = beside(client, "request", signed(claims));
        beside.put("state", "beside it");
        beside.put("response_mode", "fragment");

        Response back = visit.asks(beside);

        assertThat(parameter(back, "error")).isEqualTo("login_required");
        assertThat(back.header("Location")).doesNotContain("state=").doesNotContain("#");
    }

    @Test
    @Tag("OIDCC-6.1")
    void what_stands_beside_an_unsigned_object_is_taken_where_it_says_nothing() throws Exception {
        JwtClaims claims = claims(client);
        claims.unsetClaim("state");
        var beside = beside(client, "request", unsigned(claims));
        beside.put("state", "beside it");
        beside.put("prompt", "none");

        Response back = visit.asks(beside);

        assertThat(parameter(back, "error")).isEqualTo("login_required");
        assertThat(parameter(back, "state")).isEqualTo("beside it");
    }

    @Test
    @Tag("OIDCC-6.1")
    void another_response_type_than_the_one_beside_it_is_refused() throws Exception {
        var beside = beside(client, "request", signed(claims(client)));
        beside.put("response_type", "id_token");

        Response back = visit.asks(beside);

        assertThat(parameter(back, "error")).isEqualTo("invalid_request_object");
        assertThat(parameter(back, "error_description")).contains("response_type");
    }

    @Test
    @Tag("RFC9101-10.5")
    void a_client_that_registered_to_sign_its_requests_is_held_to_it() throws Exception {
        String signing = clientWith("\"require_signed_request_object\": true");

        Response plain = visit.asks(Visit.request(signing));
        Response unsigned = asks(signing, "request", unsigned(claims(signing)));
        Response signed = asks(signing, "request", signed(claims(signing)));

        assertThat(parameter(plain, "error")).isEqualTo("invalid_request");
        assertThat(parameter(plain, "error_uri")).endsWith("/errors/request-object-required");
        assertThat(parameter(unsigned, "error_uri")).endsWith("/errors/request-object-unsigned");
        assertThat(signed.header("Location")).contains("/login?request=");
    }

    @Test
    @Tag("RFC9101-10.2")
    void an_object_is_good_for_an_hour_at_most() throws Exception {
        JwtClaims claims = claims(client);
        claims.setExpirationTime(inSeconds(3590));
        assertThat(asks(client, "request", signed(claims)).header("Location"))
                .contains("/login?request=");

        claims.setExpirationTime(inSeconds(3690));
        assertNotGood(signed(claims), "within an hour");
    }

    @Test
    void numbers_and_objects_in_it_are_taken() throws Exception {
        JwtClaims claims = claims(client);
        claims.setClaim("max_age", 300);
        claims.setClaim("claims", Map.of("id_token", Map.of("email", Map.of("essential", true))));

        assertThat(asks(client, "request", signed(claims)).header("Location"))
                .contains("/login?request=");
    }

    @Test
    @Tag("RFC9101-6.2")
    void a_signature_of_another_key_is_refused() throws Exception {
        assertNotGood(
                sign(claims(client), RsaJwkGenerator.generateJwk(2048), "RS256"), "not signed");
    }

    @Test
    @Tag("RFC9101-6.1")
    void what_is_no_jwt_is_refused() {
        assertNotGood("not-a-jwt", "is not a signed JWT");
    }

    @Test
    @Tag("RFC9101-6.3")
    void an_object_of_another_client_for_another_server_or_out_of_date_is_refused()
            throws Exception {
        JwtClaims others = claims(client);
        others.setIssuer("somebody-else");
        assertNotGood(signed(others), "iss");

        JwtClaims elsewhere = claims(client);
        elsewhere.setAudience("https://elsewhere.example");
        assertNotGood(signed(elsewhere), "aud");

        JwtClaims old = claims(client);
        old.setExpirationTime(inSeconds(-3600));
        assertNotGood(signed(old), "expired");
    }

    @Test
    @Tag("RFC9101-4")
    void an_object_inside_an_object_is_refused() throws Exception {
        JwtClaims claims = claims(client);
        claims.setStringClaim("request_uri", "https://cine.example/another");

        assertNotGood(signed(claims), "must not hold another");
    }

    /** It proves no less than plain parameters do. */
    @Test
    @Tag("OIDCC-6.1")
    void an_unsigned_object_is_taken_unless_the_client_registered_an_algorithm() throws Exception {
        String unsigned = clientWith("\"request_object_signing_alg\": \"none\"");
        String choosy = clientWith("\"request_object_signing_alg\": \"RS256\"");

        for (String asking : List.of(client, unsigned)) {
            assertThat(asks(asking, "request", unsigned(claims(asking))).header("Location"))
                    .contains("/login?request=");
        }
        Response back = asks(choosy, "request", unsigned(claims(choosy)));
        assertThat(parameter(back, "error")).isEqualTo("invalid_request_object");
        assertThat(parameter(back, "error_description")).contains("RS256");
        assertThat(parameter(back, "error_uri")).endsWith("/errors/request-object-unsigned");
    }

    @Test
    @Tag("RFC9101-5")
    void an_object_that_is_refused_says_how_the_refusal_travels() throws Exception {
        JwtClaims claims = claims(client);
        claims.setStringClaim("response_mode", "form_post");
        claims.setStringClaim("state", "of the object");
        claims.setExpirationTime(NumericDate.fromSeconds(1));

        Response page = asks(client, "request", signed(claims));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(RegistryNeighbour.REDIRECT_URI)
                .contains("invalid_request_object")
                .contains("of the object");
    }

    @Test
    @Tag("RFC9101-6.3")
    void nobody_is_sent_where_an_object_of_another_client_leads() throws Exception {
        JwtClaims claims = claims(client);
        claims.setStringClaim("client_id", "somebody-else");
        claims.setStringClaim("redirect_uri", "https://evil.example/cb");

        Response page = asks(client, "request", unsigned(claims));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.header("Location")).isNull();
    }

    @Test
    @Tag("RFC7519-4.1.5")
    void an_object_that_is_not_good_yet_is_refused() throws Exception {
        JwtClaims claims = claims(client);
        claims.setNotBefore(inSeconds(3600));

        assertNotGood(signed(claims), "not valid yet");
    }

    @Test
    @Tag("RFC9101-4")
    void an_object_is_for_this_server_alone() throws Exception {
        JwtClaims claims = claims(client);
        claims.setAudience("http://localhost:8080", "https://elsewhere.example");

        assertNotGood(signed(claims), "nobody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "logout+jwt", "client-authentication+jwt"})
    @Tag("RFC8725-3.11")
    void a_jwt_of_another_kind_is_no_request_object(String type) throws Exception {
        assertNotGood(sign(claims(client), KEY, "RS256", type), "another kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "oauth-authz-req+jwt"})
    @Tag("RFC9101-10.8")
    void an_object_may_say_of_what_kind_it_is(String type) throws Exception {
        assertThat(
                        asks(client, "request", sign(claims(client), KEY, "RS256", type))
                                .header("Location"))
                .contains("/login?request=");
    }

    @Test
    @Tag("RFC9101-10.8")
    void an_object_that_would_authenticate_the_client_elsewhere_is_refused() throws Exception {
        JwtClaims claims = claims(client);
        claims.setSubject(client);
        assertNotGood(signed(claims), "sub");

        claims.setSubject("somebody-else");
        assertThat(asks(client, "request", signed(claims)).header("Location"))
                .contains("/login?request=");
    }

    static Stream<String> oddMembers() {
        return OddValues.ALL.stream().filter(it -> it.length() < 2000);
    }

    /** Whatever stands in it, it is the client's fault, or none. */
    @ParameterizedTest
    @MethodSource("oddMembers")
    @Tag("RFC7515-4.1")
    void members_of_any_type_and_size_are_no_fault_of_ours(String odd) {
        var names = new ArrayList<>(List.of("iss", "aud", "exp", "nbf", "iat", "jti"));
        names.addAll(List.of("max_age", "claims", "scope", "prompt", "nonce", "resource"));
        names.addAll(List.of("response_type", "response_mode", "state", "redirect_uri", "any"));
        for (String name : names) {
            var claims = new TreeMap<String, String>();
            Visit.request(client).forEach((it, value) -> claims.put(it, "\"" + value + "\""));
            claims.put("scope", "\"openid\"");
            claims.put(name, odd);
            String object =
                    OddValues.encoded("{\"alg\": \"none\"}")
                            + "."
                            + OddValues.encoded(OddValues.object(claims))
                            + ".";

            assertThat(asks(client, "request", object).statusCode())
                    .as("%s: %s", name, odd)
                    .isLessThan(500);
        }
        for (String name : List.of("kid", "x5t", "x5t#S256", "crit", "alg", "typ", "b64")) {
            var header = new TreeMap<>(Map.of("alg", "\"RS256\""));
            header.put(name, odd);
            String object = "%s.e30.AAAA".formatted(OddValues.encoded(OddValues.object(header)));

            assertThat(parameter(asks(client, "request", object), "error"))
                    .as("%s: %s", name, odd)
                    .isEqualTo("invalid_request_object");
        }
    }

    @Test
    @Tag("OIDCR-2")
    void another_algorithm_than_the_registered_one_is_refused() throws Exception {
        String choosy = clientWith("\"request_object_signing_alg\": \"PS256\"");

        Response back = asks(choosy, "request", signed(claims(choosy)));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request_object");
    }

    @Test
    @Tag("OIDCC-6.2")
    void an_object_may_be_fetched_from_where_the_client_registered_it() throws Exception {
        String address = RegistryNeighbour.addressOfRequestObject();
        String fetched = clientWith("\"request_uris\": [\"%s\"]".formatted(address));
        RegistryNeighbour.publishesRequestObject(address, unsigned(claims(fetched)));

        Response page = asks(fetched, "request_uri", address + "#version-1");

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    @Tag("OIDCC-6.2")
    void an_address_that_is_not_registered_or_answers_nothing_is_refused() {
        String address = RegistryNeighbour.addressOfRequestObject();
        String fetched = clientWith("\"request_uris\": [\"%s\"]".formatted(address));

        for (String uri :
                List.of(address, address + "#a b", "https://cine.example/not-registered")) {
            assertThat(parameter(asks(fetched, "request_uri", uri), "error"))
                    .isEqualTo("invalid_request_uri");
        }
    }

    @Test
    @Tag("OIDCC-6")
    void by_value_and_by_reference_at_once_is_refused() throws Exception {
        var beside = beside(client, "request", signed(claims(client)));
        beside.put("request_uri", "https://cine.example/object");

        assertThat(parameter(visit.asks(beside), "error")).isEqualTo("invalid_request");
    }

    @Test
    @Tag("OIDCC-7.2.1")
    void a_registration_on_the_way_is_not_supported() {
        assertThat(parameter(asks(client, "registration", "{}"), "error"))
                .isEqualTo("registration_not_supported");
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void a_fault_of_an_unknown_clients_object_is_a_page() throws Exception {
        Response page = asks("nobody", "request", signed(claims("nobody")));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.header("Location")).isNull();
    }

    private void assertNotGood(String object, String fault) {
        Response back = asks(client, "request", object);

        assertThat(parameter(back, "error")).isEqualTo("invalid_request_object");
        assertThat(parameter(back, "error_description")).contains(fault);
    }

    private Response asks(String asClient, String name, String value) {
        return visit.asks(beside(asClient, name, value));
    }

    /** What has to stand beside an object, OpenID Connect Core §6.1. */
    private static Map<String, String> beside(String asClient, String name, String value) {
        var parameters = new LinkedHashMap<>(Visit.request(asClient));
        parameters.keySet().retainAll(List.of("client_id", "response_type", "redirect_uri"));
        parameters.put("scope", "openid");
        parameters.put(name, value);
        return parameters;
    }

    private static JwtClaims claims(String ofClient) {
        var claims = new JwtClaims();
        new HashMap<>(Visit.request(ofClient)).forEach(claims::setStringClaim);
        claims.setStringClaim("scope", "openid");
        claims.setIssuer(ofClient);
        claims.setAudience("http://localhost:8080");
        return claims;
    }

    private static NumericDate inSeconds(long seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }

    private static String signed(JwtClaims claims) throws Exception {
        return sign(claims, KEY, "RS256");
    }

    private static String sign(JwtClaims claims, PublicJsonWebKey key, String algorithm)
            throws Exception {
        return sign(claims, key, algorithm, "JWT");
    }

    private static String sign(
            JwtClaims claims, PublicJsonWebKey key, String algorithm, String type)
            throws Exception {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", type);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        return jws.getCompactSerialization();
    }

    private static String unsigned(JwtClaims claims) throws Exception {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setAlgorithmHeaderValue("none");
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    private static String clientWith(String openId) {
        String jwks =
                "{\"keys\": [%s]}"
                        .formatted(KEY.toJson(OutputControlLevel.PUBLIC_ONLY))
                        .replace("\"", "\\\"");
        return RegistryNeighbour.client(
                "\"jwks\": \"" + jwks + "\"" + (openId.isEmpty() ? "" : ", " + openId));
    }

    private static PublicJsonWebKey key() {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("the-clients-key");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
