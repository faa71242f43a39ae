package guichet.authorization.protocol.flow;

import static io.restassured.RestAssured.given;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.limit.BehindGateway;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A browser that keeps cookies and fills in forms, one step at a time. */
public final class Visit {
    private static final String ISSUER = "http://localhost:8080";
    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final CookieFilter cookies = new CookieFilter();
    private final Map<String, String> headers;

    /** One that follows redirects and tells nothing of itself, as programs do that walk pages. */
    public Visit() {
        this(Map.of());
    }

    private Visit(Map<String, String> headers) {
        this.headers = headers;
    }

    /** One that says with W3C Fetch Metadata that it opens pages of their own. */
    public static Visit inBrowser() {
        return new Visit(Map.of("Sec-Fetch-Dest", "document", "Upgrade-Insecure-Requests", "1"));
    }

    /** One that does so within a page of somebody else. */
    public static Visit inFrame() {
        return new Visit(Map.of("Sec-Fetch-Dest", "iframe", "Upgrade-Insecure-Requests", "1"));
    }

    /** One that has no Fetch Metadata, or does not send them by plain http. */
    public static Visit inOldBrowser() {
        return new Visit(Map.of("Upgrade-Insecure-Requests", "1"));
    }

    /** One at this address, as the gateway tells it. */
    public static Visit from(String address) {
        return new Visit(BehindGateway.from(address));
    }

    /** The parameters of a good request. */
    public static Map<String, String> request(String clientId) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", RegistryNeighbour.REDIRECT_URI);
        parameters.put("scope", "movies:read");
        parameters.put("state", "s 1&é");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    public Response asks(Map<String, String> parameters) {
        return browser().queryParams(parameters).get("/auth");
    }

    /** Follows a redirect within the suite. */
    public Response follows(Response redirect) {
        return browser().urlEncodingEnabled(false).get(path(redirect));
    }

    public static String path(Response redirect) {
        return redirect.header("Location").substring(ISSUER.length());
    }

    /** Opens a link, as from a letter. */
    public Response opens(String path) {
        return browser().urlEncodingEnabled(false).get(path);
    }

    /** What the first form of a page proves that it is ours with. */
    public static String csrf(Response page) {
        return Jsoup.parse(page.asString()).expectFirst("input[name=csrf]").attr("value");
    }

    /** Submits the form of a page with its hidden fields and these. */
    public Response submits(Response page, Map<String, String> filledIn) {
        Element form = Jsoup.parse(page.asString()).expectFirst("form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(filledIn);
        return browser()
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParams(fields)
                .post(form.attr("action"));
    }

    public Response signsIn(Response page) {
        return submits(page, Map.of("username", "alice", "password", "alice-opens-the-door"));
    }

    /** From the request to the page on which to decide. */
    public Response reachesConsent(Map<String, String> parameters) {
        return follows(signsIn(follows(asks(parameters))));
    }

    /** From the request, by signing in and allowing, to the redirect with the code. */
    public Response authorizes(Map<String, String> parameters) {
        return submits(reachesConsent(parameters), Map.of("decision", "allow"));
    }

    /** A parameter of a redirect to the application. */
    public static String parameter(Response redirect, String name) {
        for (String pair : redirect.header("Location").split("[?&]", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + redirect.header("Location"));
    }

    /** Loses its session, as when that has ended. */
    public void isSignedOut() {
        var kept = cookies.getCookieStore().getCookies();
        cookies.getCookieStore().clear();
        kept.stream()
                .filter(cookie -> !cookie.getName().equals("guichet_session"))
                .forEach(cookies.getCookieStore()::addCookie);
    }

    /** Takes a cookie of somebody else's browser. */
    public void steals(String name, Visit victim) {
        victim.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookies.getCookieStore()::addCookie);
    }

    public RequestSpecification browser() {
        return given().headers(headers).filter(cookies).redirects().follow(false);
    }

    /**
     * Has token-service redeem a code that came back, as it was asked for by {@link #request}. What
     * the client may have, the registry is asked.
     */
    public static Response redeems(String client, String code) {
        return Callee.call(
                redemption(Golden.today("codes-redeemed"), client, code)
                        .without("request.registered_scope")
                        .without("request.userinfo_claims")
                        .without("request.resources"));
    }

    /** A redemption of this code instead of the file's. */
    public static Golden redemption(Golden golden, String client, String code) {
        return golden.replacing(golden.text("request.client_id"), client)
                .with("request.code", code)
                .with("request.redirect_uri", RegistryNeighbour.REDIRECT_URI)
                .with("request.code_verifier", VERIFIER);
    }
}
