package guichet.token.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.grant.Grants;
import guichet.token.grant.StatusIndex;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusListTest {
    private static final Map<String, String> CLIENT_CREDENTIALS =
            Map.of("grant_type", "client_credentials");
    private static final Duration UNTIL_CHECKED = Duration.ofSeconds(1);

    private final Grants grants;
    private final TestClock clock;
    private final EntityManager database;

    StatusListTest(Grants grants, TestClock clock, EntityManager database) {
        this.grants = grants;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("StatusList-6.1")
    void a_persons_tokens_name_the_place_of_their_grant() throws Exception {
        String client = Neighbours.client();
        var first = TokenCall.tokens(client);

        String refreshed =
                TokenCall.refresh(client, first.get("refresh_token"))
                        .extract()
                        .path("access_token");

        assertThat(placeIn(refreshed)).isEqualTo(placeIn(first.get("access_token")));
    }

    @Test
    @Tag("StatusList-6.1")
    void grants_have_a_place_each() throws Exception {
        String client = Neighbours.client();

        assertThat(placeIn(TokenCall.tokens(client).get("access_token")))
                .isNotEqualTo(placeIn(TokenCall.tokens(client).get("access_token")));
    }

    @Test
    @Tag("StatusList-5.1")
    void the_list_is_a_signed_token_about_its_own_address() throws Exception {
        Place place = placeIn(TokenCall.tokens(Neighbours.client()).get("access_token"));

        JwtClaims list = list(place);

        assertThat(list.getSubject()).isEqualTo(place.uri());
        assertThat(list.getClaimValue("ttl", Long.class)).isEqualTo(2);
        assertThat(list.getExpirationTime().getValue() - list.getIssuedAt().getValue())
                .isEqualTo(86_400);
        assertThat(list.getClaimValue("status_list", Map.class)).containsEntry("bits", 1L);
        assertThat(list.getClaimValue("iss")).isEqualTo("http://localhost:8080");
    }

    @Test
    @Tag("StatusList-8.1")
    void the_list_has_its_own_media_type_and_is_never_used_unasked() {
        given().get("/status-lists/0")
                .then()
                .statusCode(200)
                .contentType("application/statuslist+jwt")
                .header("Cache-Control", "public, no-cache");
    }

    @Test
    @Tag("StatusList-4.1")
    void the_bit_of_a_grant_is_set_when_it_ends() throws Exception {
        String client = Neighbours.client();
        Place place = placeIn(TokenCall.tokens(client).get("access_token"));
        assertThat(bitOf(place)).isFalse();

        grants.revoke(grantOf(place), "test");
        clock.pass(UNTIL_CHECKED);

        assertThat(bitOf(place)).isTrue();
        assertThat(bitOf(new Place(place.uri(), place.index() + 1))).isFalse();
    }

    @Test
    @Tag("RFC9110-13.1.2")
    void a_reader_with_the_latest_list_is_told_so_until_it_changes() throws Exception {
        Place place = placeIn(TokenCall.tokens(Neighbours.client()).get("access_token"));
        clock.pass(UNTIL_CHECKED);
        String tag = given().get(path(place)).header("ETag");

        given().header("If-None-Match", tag).get(path(place)).then().statusCode(304);
        given().header("If-None-Match", "W/" + tag).get(path(place)).then().statusCode(304);

        grants.revoke(grantOf(place), "test");
        clock.pass(UNTIL_CHECKED);
        given().header("If-None-Match", tag).get(path(place)).then().statusCode(200);
    }

    @Test
    void an_unchanged_list_is_signed_anew_before_it_expires() {
        String tag = given().get("/status-lists/0").header("ETag");

        clock.pass(Duration.ofMinutes(61));

        given().header("If-None-Match", tag).get("/status-lists/0").then().statusCode(200);
    }

    @Test
    void a_list_without_a_grant_is_not_there() {
        given().get("/status-lists/999999999").then().statusCode(404);
        given().get("/status-lists/999999999999").then().statusCode(404);
        given().get("/status-lists/-1").then().statusCode(404);
    }

    @Test
    void an_application_has_one_grant_however_many_tokens_it_asks() throws Exception {
        String client = Neighbours.client();

        Place first = placeIn(applicationToken(client));
        clock.pass(Duration.ofHours(1));

        assertThat(placeIn(applicationToken(client))).isEqualTo(first);
        assertThat(rows(client)).isEqualTo(1);
    }

    @Test
    void an_applications_grant_that_ended_is_replaced_at_once() throws Exception {
        String client = Neighbours.client();
        Place first = placeIn(applicationToken(client));

        grants.revoke(grantOf(first), "test");

        assertThat(placeIn(applicationToken(client))).isNotEqualTo(first);
    }

    @Test
    void an_expired_grant_keeps_its_bit_while_a_token_of_it_may_live() throws Exception {
        String client = Neighbours.client();
        Place place = placeIn(applicationToken(client));
        grants.revoke(grantOf(place), "test");

        clock.pass(Duration.ofDays(90).plusMinutes(30));

        assertThat(bitOf(place)).isTrue();
    }

    private static String applicationToken(String client) {
        return TokenCall.withSecret(client, CLIENT_CREDENTIALS).extract().path("access_token");
    }

    private static Place placeIn(String accessToken) throws Exception {
        Map<?, ?> status = claims(accessToken, "at+jwt").getClaimValue("status", Map.class);
        var reference = (Map<?, ?>) status.get("status_list");
        return new Place((String) reference.get("uri"), ((Number) reference.get("idx")).intValue());
    }

    private UUID grantOf(Place place) {
        return grants.findUnrevoked(StatusIndex.of(place.list(), place.index())).orElseThrow();
    }

    private static boolean bitOf(Place place) throws Exception {
        Map<?, ?> bits = list(place).getClaimValue("status_list", Map.class);
        return inflated((String) bits.get("lst")).get(place.index());
    }

    private static BitSet inflated(String lst) throws IOException {
        var compressed = new ByteArrayInputStream(Base64.getUrlDecoder().decode(lst));
        try (var inflater = new InflaterInputStream(compressed)) {
            byte[] bytes = inflater.readAllBytes();
            assertThat(bytes).hasSize(StatusIndex.LIST_SIZE / 8);
            return BitSet.valueOf(bytes);
        }
    }

    private static JwtClaims list(Place place) throws Exception {
        return claims(given().get(path(place)).asString(), "statuslist+jwt");
    }

    private static String path(Place place) {
        return "/status-lists/" + place.list();
    }

    private static JwtClaims claims(String token, String type) throws Exception {
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setExpectedType(true, type)
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setSkipDefaultAudienceValidation()
                .setAllowedClockSkewInSeconds(Integer.MAX_VALUE)
                .build()
                .processToClaims(token);
    }

    private long rows(String client) {
        return database.createQuery(
                        "select count(*) from StoredGrant where clientId = :client", Long.class)
                .setParameter("client", client)
                .getSingleResult();
    }

    private record Place(String uri, int index) {
        long list() {
            return Long.parseLong(uri.substring(uri.lastIndexOf('/') + 1));
        }
    }
}
