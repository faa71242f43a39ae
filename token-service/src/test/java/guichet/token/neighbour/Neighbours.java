package guichet.token.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import guichet.oauth.OpaqueToken;
import guichet.registryclient.ClientJson;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands for the registry and for authorization-service, over real HTTP. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    public static final String SECRET =
            "gcs_the-secret-of-the-tests-is-as-long-as-ours-are-at-least";

    /** The client as which the movies API asks about tokens. */
    public static final String MOVIES_API = "the-movies-api";

    public static final String PERSON = "6f1c2d3e-0000-4000-8000-00000000a11c";

    /** When the scope {@code loft:read} came to the API at https://loft.example. */
    public static final Instant LOFT_CAME = Instant.parse("2020-01-02T00:00:00Z");

    public static final String SESSION = "0f1c2d3e-0000-4000-8000-0000000005e5";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        offersTheMoviesApi();
        offersFlows();
        register(MOVIES_API, "\"client_secret_post\"", "");
        return Map.of(
                "guichet.internal.registry.url", SERVER.baseUrl(),
                "guichet.internal.authorization.url", SERVER.baseUrl());
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    private static void offersTheMoviesApi() {
        SERVER.stubFor(
                get("/internal/resources")
                        .withHeader(
                                "Authorization",
                                equalTo("Bearer the-credential-to-registry-in-tests"))
                        .willReturn(
                                okJson(
                                        """
                                        [{"identifier": "http://localhost:8090", "title": "Movies", "default": true, "client_id": "the-movies-api", "scopes": [
                                          {"name": "movies:read", "description": "Read", "granted_to": ["person"]},
                                          {"name": "movies:write", "description": "Write", "granted_to": ["person"]},
                                          {"name": "stats:read", "description": "Count", "granted_to": ["application"]}]},
                                         {"identifier": "http://localhost:8099", "title": "Seats", "scopes": [
                                          {"name": "seats:read", "description": "Look", "granted_to": ["person", "application"]}]},
                                         {"identifier": "http://localhost:8098", "title": "Club", "access_token_lifetime": 120,
                                          "access_token_claims": ["email", "name", "roles", "groups"], "scopes": [
                                          {"name": "club:read", "description": "Meet", "granted_to": ["person"]}]},
                                         {"identifier": "https://loft.example", "title": "Loft", "scopes": [
                                          {"name": "loft:read", "description": "Look", "granted_to": ["person", "application"], "since": "%s"},
                                          {"name": "loft:soon", "description": "Look", "granted_to": ["application"], "since": "2999-01-01T00:00:00Z"}]},
                                         {"identifier": "http://localhost:8080/admin", "title": "Administration", "scopes": [
                                          {"name": "keys:admin", "description": "Keys", "granted_to": ["application"]},
                                          {"name": "people:admin", "description": "People", "granted_to": ["application"]}]},
                                         %s]\
                                        """
                                                .formatted(LOFT_CAME, apisByAlgorithm()))));
    }

    private static void offersFlows() {
        Golden flows =
                Golden.today("flows")
                        .with(
                                "response.grant_types",
                                List.of(
                                        "refresh_token",
                                        "authorization_code",
                                        "client_credentials"))
                        .with("response.response_types", List.of("code"));
        SERVER.stubFor(get(flows.path()).willReturn(answer(flows)));
    }

    /** An API for each algorithm, with one scope: {@code seats-rs256:read} and so on. */
    private static String apisByAlgorithm() {
        return Stream.of("RS256", "PS256", "EdDSA")
                .map(algorithm ->
                        """
                        {"identifier": "https://seats.example/%1$s", "title": "Seats",
                         "signing_algorithm": "%1$s", "scopes": [
                          {"name": "seats-%2$s:read", "description": "Seats", "granted_to": ["application"]}]}\
                        """
                                .formatted(algorithm, algorithm.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(","));
    }

    /** A client with every grant type that sends its secret either way; answers its client_id. */
    public static String client() {
        return client("null", ALL_GRANT_TYPES);
    }

    private static final String ALL_GRANT_TYPES =
            "\"authorization_code\", \"password\", \"client_credentials\", \"refresh_token\"";

    /** A client that is given tokens at once. */
    public static String implicitClient() {
        return client("\"none\"", "\"implicit\"");
    }

    /** A client that has no secret. */
    public static String publicClient() {
        return client("\"none\"", "\"authorization_code\", \"password\", \"refresh_token\"");
    }

    /** A client with these methods and grant types, each a list of JSON strings. */
    public static String client(String methods, String grantTypes) {
        String id = UUID.randomUUID().toString();
        register(id, methods, grantTypes);
        return id;
    }

    /**
     * A client that proves itself with assertions; {@code more} adds members, each with a comma.
     */
    public static String assertingClient(String method, String more) {
        String id = UUID.randomUUID().toString();
        register(id, "\"" + method + "\"", ALL_GRANT_TYPES, more);
        SERVER.stubFor(
                get("/internal/clients/" + id + "/shared-secrets")
                        .willReturn(okJson("[\"%s\"]".formatted(SECRET))));
        return id;
    }

    /** Publishes this JWK Set as a client would; answers its address. */
    public static String publishing(String jwks) {
        return publishing(okJson(jwks));
    }

    /** The same, for nobody to keep. */
    public static String publishingForNobodyToKeep(String jwks) {
        return publishing(okJson(jwks).withHeader("Cache-Control", "no-store"));
    }

    private static String publishing(ResponseDefinitionBuilder answer) {
        String path = "/jwks/" + UUID.randomUUID();
        SERVER.stubFor(get(path).willReturn(answer));
        return SERVER.baseUrl() + path;
    }

    /** How often what is published there was fetched. */
    public static int fetches(String address) {
        return SERVER.countRequestsMatching(
                        getRequestedFor(urlEqualTo(address.substring(SERVER.baseUrl().length())))
                                .build())
                .getCount();
    }

    /** Publishes another JWK Set at an address of {@link #publishing}. */
    public static void republishing(String address, String jwks) {
        SERVER.stubFor(get(address.substring(SERVER.baseUrl().length())).willReturn(okJson(jwks)));
    }

    private static void register(String id, String methods, String grantTypes) {
        register(id, methods, grantTypes, "");
    }

    /** A client of which the registry tells these members of OpenID Connect. */
    public static String openIdClient(String members) {
        String id = UUID.randomUUID().toString();
        register(id, "\"client_secret_post\"", ALL_GRANT_TYPES, members + ",");
        return id;
    }

    /** A client that keeps its refresh token. */
    public static String steadyClient() {
        String id = UUID.randomUUID().toString();
        register(
                id, "\"client_secret_post\"", ALL_GRANT_TYPES, "\"rotate_refresh_tokens\": false,");
        return id;
    }

    /** A client whose ID tokens are signed so. */
    public static String clientSigned(String algorithm) {
        return openIdClient("\"id_token_signed_response_alg\": \"%s\"".formatted(algorithm));
    }

    /** An API whose signed answers of introspection are signed so. */
    public static String apiOfSignedIntrospection(String algorithm) {
        String id = UUID.randomUUID().toString();
        register(
                id,
                "\"client_secret_post\"",
                ALL_GRANT_TYPES,
                "\"introspection_signed_response_alg\": \"%s\",".formatted(algorithm));
        return id;
    }

    /** A client whose userinfo answers are signed so. */
    public static String clientOfSignedUserinfo(String algorithm) {
        return openIdClient("\"userinfo_signed_response_alg\": \"%s\"".formatted(algorithm));
    }

    /** A client that the registry's settings declare as an administrator of this scope. */
    public static String administrator(String scope) {
        return applicationWith(scope);
    }

    /** A client that may act as itself, with this scope. */
    public static String applicationWith(String scope) {
        String id = UUID.randomUUID().toString();
        register(id, "\"client_secret_post\"", "\"client_credentials\"", "", scope);
        return id;
    }

    /** A client with every grant type that registered this scope. */
    public static String clientWithScope(String scope) {
        String id = UUID.randomUUID().toString();
        register(id, "\"client_secret_post\"", ALL_GRANT_TYPES, "", scope);
        return id;
    }

    private static void register(String id, String methods, String grantTypes, String more) {
        register(
                id,
                methods,
                grantTypes,
                more,
                "movies:read movies:write stats:read seats:read openid email");
    }

    private static void register(
            String id, String methods, String grantTypes, String more, String scope) {
        isRegistered(id, json(id, methods, grantTypes, more, scope));
    }

    private static void isRegistered(String id, String json) {
        SERVER.stubFor(get("/internal/clients/" + id).willReturn(okJson(json)));
    }

    private static String json(
            String id, String methods, String grantTypes, String more, String scope) {
        return ClientJson.of(
                id,
                """
                "grant_types": [%s], "response_types": [%s], "scope": "%s",
                "token_endpoint_auth_method": %s, %s "secret_hashes": ["%s"]\
                """
                        .formatted(
                                grantTypes,
                                responseTypes(grantTypes),
                                scope,
                                methods,
                                more,
                                OpaqueToken.of(SECRET).sha256()));
    }

    /** A client with a secret of its own. */
    public static String clientWithSecret(String secret) {
        String id = UUID.randomUUID().toString();
        String json = json(id, "\"client_secret_basic\"", ALL_GRANT_TYPES, "", "stats:read");
        isRegistered(
                id, json.replace(OpaqueToken.of(SECRET).sha256(), OpaqueToken.of(secret).sha256()));
        return id;
    }

    private static String responseTypes(String grantTypes) {
        return grantTypes.contains("implicit")
                ? "\"code\", \"id_token\", \"id_token token\""
                : "\"code\"";
    }

    /** A code that authorization-service redeems for a new grant; answers the code. */
    public static String code(String clientId) {
        return codeOf(grant(clientId));
    }

    /** A code for this grant, with a nonce and a claim for its ID token. */
    public static String codeOf(String grant) {
        return redeeming(
                redeemed(grant)
                        .with("response.id_token_claims", Map.of("email", "alice@example.com")));
    }

    private static Golden redeemed(String grant) {
        return Golden.today("codes-redeemed")
                .with("response.grant", json(grant))
                .without("response.access_token_claims");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code that is redeemed only for whoever wants what userinfo says; it answers these. */
    public static String codeWithUserinfo(String grant, String claims) {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post("/internal/codes/redeem")
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .withRequestBody(matchingJsonPath("$.userinfo_claims", equalTo("true")))
                        .willReturn(
                                answer(
                                        redeemed(grant)
                                                .without("response.nonce")
                                                .with("response.id_token_claims", json(claims)))));
        return code;
    }

    /** A code that is redeemed only for whoever wants the address; with it come these claims. */
    public static String codeWithAccessTokenClaims(String grant, String claims) {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post("/internal/codes/redeem")
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .withRequestBody(matchingJsonPath("$.access_token_claims[?(@ == 'email')]"))
                        .willReturn(
                                answer(
                                        redeemed(grant)
                                                .without("response.nonce")
                                                .with("response.id_token_claims", Map.of())
                                                .with(
                                                        "response.access_token_claims",
                                                        json(claims)))));
        return code;
    }

    /** A code that is redeemed only for whoever says that it is for this API. */
    public static String codeFor(String resource, String grant) {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post("/internal/codes/redeem")
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .withRequestBody(matchingJsonPath("$.resources[0]", equalTo(resource)))
                        .willReturn(
                                answer(
                                        redeemed(grant)
                                                .without("response.nonce")
                                                .with("response.id_token_claims", Map.of()))));
        return code;
    }

    /** A code that is redeemed only for whoever says that its client may have this scope. */
    public static String codeOfClientWith(String scope, String grant) {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post("/internal/codes/redeem")
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .withRequestBody(matchingJsonPath("$.registered_scope", equalTo(scope)))
                        .willReturn(answer(redeemed(grant).without("response.nonce"))));
        return code;
    }

    /**
     * From now on these are told for a grant to whoever says that its client may have this scope.
     */
    public static void tellsClaimsOfClientWith(String scope, UUID grantId, String claims) {
        SERVER.stubFor(
                post("/internal/claims")
                        .withRequestBody(
                                matchingJsonPath("$.grant_id", equalTo(grantId.toString())))
                        .withRequestBody(matchingJsonPath("$.registered_scope", equalTo(scope)))
                        .willReturn(okJson(claims)));
    }

    /** From now on authorization-service tells these claims for a grant. */
    public static void tellsClaims(UUID grantId, String claims) {
        SERVER.stubFor(
                post("/internal/claims")
                        .withRequestBody(
                                matchingJsonPath("$.grant_id", equalTo(grantId.toString())))
                        .willReturn(okJson(claims)));
    }

    /** The same to whoever asks for an access token of an API that wants to know the roles. */
    public static void tellsAccessTokenClaims(UUID grantId, String claims) {
        SERVER.stubFor(
                post("/internal/claims")
                        .withRequestBody(
                                matchingJsonPath("$.grant_id", equalTo(grantId.toString())))
                        .withRequestBody(matchingJsonPath("$.access_token_claims[?(@ == 'roles')]"))
                        .willReturn(okJson(claims)));
    }

    /** From now on authorization-service says that a grant has ended. */
    public static void knowsNoMore(UUID grantId) {
        SERVER.stubFor(
                post("/internal/claims")
                        .withRequestBody(
                                matchingJsonPath("$.grant_id", equalTo(grantId.toString())))
                        .willReturn(aResponse().withStatus(404)));
    }

    /** A code that authorization-service does not know. */
    public static String refusedCode() {
        return redeeming(Golden.today("codes-refused"));
    }

    /** A code of the client's own that came with what does not go with it. */
    public static String misfittingCode(String told, String reason) {
        return redeeming(
                Golden.today("codes-misfitting")
                        .with("response.told", told)
                        .with("response.reason", reason));
    }

    /** A code that was redeemed before, for this grant. */
    public static String replayedCode(String grantId) {
        return redeeming(Golden.today("codes-replayed").with("response.grant_id", grantId));
    }

    /** A code that stays good, since of the APIs that are asked for this is to be said. */
    public static String untouchedCode(String reason, String fault) {
        return redeeming(
                Golden.today("codes-untouched")
                        .with("response.reason", reason)
                        .with("response.fault", fault));
    }

    private static String redeeming(Golden answer) {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post(answer.path())
                        .withHeader(
                                "Authorization",
                                equalTo("Bearer the-credential-to-authorization-in-tests"))
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .willReturn(answer(answer)));
        return code;
    }

    private static String verifying(Golden answer) {
        String username = "user-" + UUID.randomUUID();
        SERVER.stubFor(
                post(answer.path())
                        .withRequestBody(matchingJsonPath("$.username", equalTo(username)))
                        .willReturn(answer(answer)));
        return username;
    }

    private static ResponseDefinitionBuilder answer(Golden golden) {
        return okJson(golden.response().toString());
    }

    /** A username whose password is wrong. */
    public static String stranger() {
        return verifying(Golden.today("password-grants-refused"));
    }

    /** A username that rests for thirty seconds. */
    public static String throttled() {
        return verifying(Golden.today("password-grants-throttled"));
    }

    /** A username whose password is good. */
    public static String person(String clientId) {
        return personOf(grant(clientId));
    }

    /** The same with this grant. */
    public static String personOf(String grant) {
        return verifying(
                verified(grant)
                        .without("response.id_token_claims")
                        .without("response.access_token_claims"));
    }

    /** The same, of whom these claims come with the grant. */
    public static String personOf(String grant, String inIdToken, String inAccessToken) {
        return verifying(
                verified(grant)
                        .with("response.id_token_claims", json(inIdToken))
                        .with("response.access_token_claims", json(inAccessToken)));
    }

    private static Golden verified(String grant) {
        return Golden.today("password-grants-granted").with("response.grant", json(grant));
    }

    /** A code at which authorization-service fails. */
    public static String failing() {
        String code = "gac_" + UUID.randomUUID();
        SERVER.stubFor(
                post("/internal/codes/redeem")
                        .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                        .willReturn(aResponse().withStatus(500)));
        return code;
    }

    /** How often authorization-service was asked to redeem this code. */
    public static int redemptions(String code) {
        return SERVER.countRequestsMatching(
                        postRequestedFor(urlEqualTo("/internal/codes/redeem"))
                                .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                                .build())
                .getCount();
    }

    /** The scopes for which authorization-service was asked to verify this person's password. */
    public static List<String> verifications(String username) {
        return SERVER
                .findRequestsMatching(
                        postRequestedFor(urlEqualTo("/internal/password-grants"))
                                .withRequestBody(matchingJsonPath("$.username", equalTo(username)))
                                .build())
                .getRequests()
                .stream()
                .map(request -> json(request.getBodyAsString()).path("scope").asText())
                .toList();
    }

    /** The traces to which redemptions of this code belong, as authorization-service is told. */
    public static List<String> tracesOf(String code) {
        return SERVER
                .findRequestsMatching(
                        postRequestedFor(urlEqualTo("/internal/codes/redeem"))
                                .withRequestBody(matchingJsonPath("$.code", equalTo(code)))
                                .build())
                .getRequests()
                .stream()
                .map(request -> request.getHeader("traceparent"))
                .toList();
    }

    /** Breaks each connection to authorization-service until closed. */
    public static Outage authorizationServiceAway() {
        return new Outage(urlMatching("/internal/(codes|password-grants).*"));
    }

    /** Has authorization-service say, until closed, that it checks too many passwords already. */
    public static Outage authorizationServiceBusy() {
        return new Outage(
                urlEqualTo("/internal/password-grants"),
                aResponse().withStatus(503).withHeader("Retry-After", "6"));
    }

    /** Has authorization-service refuse, until closed, whatever code it is told. */
    public static Outage authorizationServiceRefuses() {
        return new Outage(
                urlEqualTo("/internal/codes/redeem"), aResponse().withStatus(413).withBody("{}"));
    }

    /** Breaks each connection on which claims are asked for until closed. */
    public static Outage claimsAway() {
        return new Outage(urlEqualTo("/internal/claims"));
    }

    /** Breaks each connection to the registry until closed. */
    public static Outage registryAway() {
        return new Outage(urlMatching("/internal/(clients|resources|flows).*"));
    }

    /** A neighbour that is away, until this is closed. */
    public static final class Outage implements AutoCloseable {
        private final StubMapping broken;

        private Outage(UrlPattern addresses) {
            this(addresses, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        }

        private Outage(UrlPattern addresses, ResponseDefinitionBuilder answer) {
            broken = SERVER.stubFor(any(addresses).atPriority(1).willReturn(answer));
        }

        @Override
        public void close() {
            SERVER.removeStub(broken);
        }
    }

    /** A grant of movies:read and movies:write, new at each call. */
    public static String grant(String clientId) {
        return grant(UUID.randomUUID(), clientId);
    }

    /** A grant of this name. */
    public static String grant(UUID grantId, String clientId) {
        return grant(grantId, clientId, "movies:read movies:write", "");
    }

    /** A grant of this name and scope at these APIs, each a JSON string. */
    public static String grant(UUID grantId, String clientId, String scope, String resources) {
        return grant(grantId, clientId, scope, resources, SESSION)
                .without("response.grant.person_id")
                .without("response.grant.granted_at")
                .response()
                .path("grant")
                .toString();
    }

    /** A grant of this scope that a person gave then. */
    public static String grantOf(Instant grantedAt, String clientId, String scope) {
        return grant(UUID.randomUUID(), clientId, scope, "")
                .replaceFirst("}$", ", \"granted_at\": \"%s\"}".formatted(grantedAt));
    }

    /** A grant that this person gave then, in this session. */
    public static String grantOf(
            UUID personId, Instant grantedAt, UUID grantId, String clientId, UUID sid) {
        return grant(grantId, clientId, "openid movies:read", "", sid.toString())
                .with("response.grant.person_id", personId)
                .with("response.grant.granted_at", grantedAt.toString())
                .response()
                .path("grant")
                .toString();
    }

    private static Golden grant(
            UUID grantId, String clientId, String scope, String resources, String sid) {
        return Golden.today("codes-redeemed")
                .with("response.grant.grant_id", grantId)
                .with("response.grant.client_id", clientId)
                .with("response.grant.subject", PERSON)
                .with("response.grant.scope", scope)
                .with("response.grant.resources", json("[" + resources + "]"))
                .with("response.grant.auth_time", "2026-01-01T10:00:00Z")
                .with("response.grant.sid", sid);
    }

    /** Has the neighbours asked as their contract has it. */
    public static Caller caller(ObjectMapper json) {
        return new Caller(SERVER, json);
    }
}
