package guichet.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestHeadTest {
    private static final List<String> HOST = List.of("login.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example",
                "login.example:8443",
                "token_service:8183",
                "[2001:db8::1]:80",
                "127.0.0.1:",
                "b%C3%BCcher.example"
            })
    @Tag("RFC9112-3.2")
    void one_host_of_any_name_is_good(String host) {
        var head = head(Map.of("host", List.of(host)));

        assertThat(head.fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login.example, other.example",
                "login.example/path",
                "user@login.example",
                "login.example:port",
                "[login.example",
                "log in.example",
                "login%zz.example"
            })
    @Tag("RFC9112-3.2")
    void a_host_that_is_none_is_refused(String host) {
        var head = head(Map.of("host", List.of(host)));

        assertThat(head.fault()).hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%61", "a.", ":", "[:", "1"})
    @Tag("RFC9112-3.2")
    void a_host_as_long_as_headers_may_be_is_refused_as_any_other(String part) {
        var head = head(Map.of("host", List.of(part.repeat(30_000 / part.length()))));

        assertThat(head.fault()).map(HttpFault::status).hasValue(400);
    }

    @Test
    @Tag("RFC9112-3.2")
    void no_host_and_two_hosts_are_refused() {
        var none = head(Map.of());
        var two = head(Map.of("host", List.of("login.example", "login.example")));

        assertThat(none.fault()).map(HttpFault::status).hasValue(400);
        assertThat(two.fault()).map(HttpFault::status).hasValue(400);
    }

    @Test
    @Tag("RFC9112-3.2")
    void HTTP_1_0_needs_no_host() {
        var head = new RequestHead(true, "/", _ -> List.of());

        assertThat(head.fault()).isEmpty();
    }

    @Test
    @Tag("RFC9112-6.1")
    void no_transfer_coding_is_taken_but_chunked() {
        var chunked = head(Map.of("host", HOST, "transfer-encoding", List.of("Chunked")));
        var zipped = head(Map.of("host", HOST, "transfer-encoding", List.of("gzip, chunked")));
        var twice = head(Map.of("host", HOST, "transfer-encoding", List.of("chunked", "chunked")));

        assertThat(chunked.fault()).isEmpty();
        assertThat(zipped.fault()).map(HttpFault::status).hasValue(501);
        assertThat(twice.fault()).map(HttpFault::status).hasValue(501);
    }

    @Test
    @Tag("RFC9112-6.1")
    void HTTP_1_0_has_no_transfer_coding() {
        var head =
                new RequestHead(
                        true,
                        "/",
                        name -> name.equals("transfer-encoding") ? List.of("chunked") : List.of());

        assertThat(head.fault()).map(HttpFault::status).hasValue(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "identity, deflate", "x-unheard-of"})
    @Tag("RFC9110-15.5.16")
    void a_coded_body_is_refused_for_its_coding(String coding) {
        var head =
                head(
                        Map.of(
                                "host", HOST,
                                "content-length", List.of("9"),
                                "content-encoding", List.of(coding)));

        assertThat(head.fault())
                .hasValueSatisfying(fault -> {
                    assertThat(fault.status()).isEqualTo(415);
                    assertThat(fault.isOfEncoding()).isTrue();
                });
    }

    @Test
    @Tag("RFC9110-15.5.16")
    void a_coding_without_a_body_or_of_none_is_nothing() {
        var bodiless = head(Map.of("host", HOST, "content-encoding", List.of("gzip")));
        var identity =
                head(
                        Map.of(
                                "host", HOST,
                                "content-length", List.of("9"),
                                "content-encoding", List.of("identity")));

        assertThat(bodiless.fault()).isEmpty();
        assertThat(identity.fault()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guichet.oauth.http.AmbiguousPaths#all")
    @ValueSource(
            strings = {
                "/register/..\\internal/resources",
                "http://login.example/register/../internal",
                "http://login.example//internal"
            })
    @Tag("RFC3986-7.3")
    void a_path_that_can_be_read_in_two_ways_is_refused_as_that(String target) {
        assertThat(to(target).fault())
                .hasValueSatisfying(fault -> {
                    assertThat(fault.status()).isEqualTo(400);
                    assertThat(fault.error().reason()).isEqualTo(Reason.PATH_AMBIGUOUS);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "*",
                "/.well-known/openid-configuration",
                "/caf%C3%A9/a.b/..c/d..",
                "/auth?redirect_uri=https://cine.example//cb;a=%2F..%2e%2Fb",
                "http://login.example/auth",
                "https://login.example:8443?a=//b"
            })
    void a_path_that_can_be_read_in_one_way_is_good(String target) {
        assertThat(to(target).fault()).isEmpty();
    }

    @Test
    @Tag("RFC9110-15.5.14")
    void a_body_that_is_too_large_is_refused_by_its_announced_length() {
        var largest = head(Map.of("host", HOST, "content-length", List.of("262144")));
        var larger = head(Map.of("host", HOST, "content-length", List.of("262145")));

        assertThat(largest.fault()).isEmpty();
        assertThat(larger.fault()).map(HttpFault::status).hasValue(413);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,                   400",
        "+1,                   400",
        "1x,                   400",
        "'1, 1',               400",
        "'',                   400",
        "٣,                    400",
        "99999999999999999999, 413",
        "9223372036854775807,  413"
    })
    @Tag("RFC9110-8.6")
    void a_length_that_is_none_or_beyond_all_bounds_is_refused(String length, int status) {
        var head = head(Map.of("host", HOST, "content-length", List.of(length)));

        assertThat(head.fault()).map(HttpFault::status).hasValue(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%", "/a%2", "/a%2?b", "http://login.example/%zz"})
    @Tag("RFC3986-2.1")
    void a_percent_sign_that_begins_no_octet_is_refused_in_a_path(String target) {
        var head = new RequestHead(false, target, name -> name.equals("host") ? HOST : List.of());

        assertThat(head.fault())
                .map(fault -> fault.error().reason())
                .hasValue(Reason.REQUEST_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;",
                "multipart/form-data; boundary=\"a b\"",
                "application/vnd.example+json;a=b ; c=d"
            })
    @Tag("RFC9110-8.3")
    void a_media_type_with_parameters_is_good(String type) {
        var head = head(Map.of("host", HOST, "content-type", List.of(type)));

        assertThat(head.fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "form", "a/b/c", "a/b; c", "a/b, c/d", "a/b;c=\u0085"})
    @Tag("RFC9110-8.3")
    void what_is_no_media_type_is_refused(String type) {
        var head = head(Map.of("host", HOST, "content-type", List.of(type)));

        assertThat(head.fault()).map(HttpFault::status).hasValue(400);
    }

    @Test
    @Tag("RFC9110-8.3")
    void two_media_types_and_one_as_long_as_headers_may_be_are_refused() {
        var two = head(Map.of("host", HOST, "content-type", List.of("a/b", "a/b")));
        var large = head(Map.of("host", HOST, "content-type", List.of("a/" + "b".repeat(30_000))));

        assertThat(two.fault()).map(HttpFault::status).hasValue(400);
        assertThat(large.fault()).map(HttpFault::status).hasValue(400);
    }

    private static RequestHead to(String target) {
        return new RequestHead(false, target, name -> name.equals("host") ? HOST : List.of());
    }

    private static RequestHead head(Map<String, List<String>> headers) {
        return new RequestHead(
                false, "/token?a=%zz", name -> headers.getOrDefault(name, List.of()));
    }
}
