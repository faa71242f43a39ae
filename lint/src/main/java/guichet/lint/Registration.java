package guichet.lint;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.HttpAddress;
import guichet.oauth.PrivateKeyMembers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Client metadata, RFC 7591 §2, as somebody is about to send it; it need not be valid. */
final class Registration {
    private static final Set<String> FOR_PEOPLE = Set.of("authorization_code", "password");

    private final JsonNode json;

    Registration(JsonNode json) {
        this.json = json;
    }

    boolean has(String member) {
        return json.hasNonNull(member);
    }

    boolean hasGrantType(String type) {
        return grantTypes().contains(type);
    }

    boolean actsForPeople() {
        return grantTypes().stream().anyMatch(FOR_PEOPLE::contains);
    }

    private List<String> grantTypes() {
        return has("grant_types") ? texts("grant_types") : List.of("authorization_code");
    }

    /** By a response type, each of which may be several words. */
    boolean wantsTokenFromAuthorization() {
        return texts("response_types").stream()
                .flatMap(type -> Stream.of(type.split(" ", -1)))
                .anyMatch("token"::equals);
    }

    List<String> redirectUris() {
        return texts("redirect_uris");
    }

    /** Whether it has flows that end at an address of its own. */
    boolean leadsBack() {
        return hasGrantType("authorization_code") || hasGrantType("implicit");
    }

    /** Absent or empty; what is no list is refused as such. */
    boolean hasNoRedirectUris() {
        return !has("redirect_uris")
                || (json.path("redirect_uris").isArray() && redirectUris().isEmpty());
    }

    /** The method, or the one that the standard takes when none is named. */
    String authenticationMethod() {
        return json.path("token_endpoint_auth_method").asText("client_secret_basic");
    }

    boolean sharesSecret() {
        return authenticationMethod().startsWith("client_secret_");
    }

    /** Whether it may ask for a code without PKCE: public clients never may. */
    boolean mayLeavePkceOut() {
        return hasGrantType("authorization_code")
                && !authenticationMethod().equals("none")
                && !json.path("require_pkce").asBoolean();
    }

    /** Whether it runs on people's devices: it says so, or its redirect addresses do. */
    boolean isNative() {
        return json.path("application_type").asText().equals("native") || hasRedirectToDevice();
    }

    boolean isCalledWeb() {
        return json.path("application_type").asText().equals("web");
    }

    boolean hasRedirectToDevice() {
        return schemes().anyMatch(scheme -> !isWeb(scheme));
    }

    boolean hasRedirectToSchemeWithoutDomain() {
        return schemes().anyMatch(scheme -> !isWeb(scheme) && !scheme.contains("."));
    }

    boolean hasHttpsRedirect() {
        return schemes().anyMatch("https"::equalsIgnoreCase);
    }

    private Stream<String> schemes() {
        return redirectUris().stream()
                .flatMap(address -> HttpAddress.uri(address).stream())
                .map(URI::getScheme)
                .filter(Objects::nonNull);
    }

    private static boolean isWeb(String scheme) {
        return Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    }

    boolean hasHttpRedirectTo(boolean loopback) {
        return httpRedirects().anyMatch(it -> !it.isHttps() && it.isLoopback() == loopback);
    }

    boolean hasRedirectToHost(String host) {
        return httpRedirects().anyMatch(it -> it.host().equals(host));
    }

    private Stream<HttpAddress> httpRedirects() {
        return redirectUris().stream().flatMap(address -> HttpAddress.of(address).stream());
    }

    boolean hasPrivateKey() {
        return StreamSupport.stream(json.path("jwks").path("keys").spliterator(), false)
                .anyMatch(key -> PrivateKeyMembers.NAMES.stream().anyMatch(key::hasNonNull));
    }

    private List<String> texts(String member) {
        return StreamSupport.stream(json.path(member).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
