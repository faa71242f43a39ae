package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one reader of hosts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC3986-3.2.2")
class HttpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://cine.example/cb,           cine.example,          443",
        "HTTPS://Cine.Example/cb,           cine.example,          443",
        "https://my_app.example/cb,         my_app.example,        443",
        "https://_dmarc.my-app_.example:1,  _dmarc.my-app_.example,1",
        "http://compose_api_1:8080/,        compose_api_1,         8080",
        "https://bücher.example/,           xn--bcher-kva.example, 443",
        "https://xn--bcher-kva.example/,    xn--bcher-kva.example, 443",
        "https://[2001:DB8::1]:8443/cb,     [2001:db8::1],         8443",
        "http://[::1]/cb,                   [::1],                 80",
        "http://127.0.0.1,                  127.0.0.1,             80",
        "https://cine.example.:/,           cine.example,          443",
        "https://Cine.Example./cb,          cine.example,          443",
        "https://bücher.example.:8443,      xn--bcher-kva.example, 8443",
        "https://cine.example:65535/,       cine.example,          65535"
    })
    void a_host_is_read_as_dns_has_it(String address, String host, int port) {
        assertThat(HttpAddress.of(address))
                .hasValueSatisfying(it -> {
                    assertThat(it.host()).isEqualTo(host);
                    assertThat(it.effectivePort()).isEqualTo(port);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cine.example",
                "/cb",
                "https:",
                "https:cb",
                "https:///cb",
                "https://:443/",
                "https://user@cine.example/",
                "https://user:pass@my_app.example/",
                "https://@cine.example/",
                "https://cine.example:65536/",
                "https://cine.example:0/",
                "https://cine.example:99999999999/",
                "https://my_app.example:x/",
                "https://my_app.example:1:2/",
                "https://-cine.example/",
                "https://cine-.example/",
                "https://cine..example/",
                "https://cine.example../",
                "https://./",
                "https://.example/",
                "https://cin%65.example/",
                "https://cine!.example/",
                "https://cine.example\\@evil.example/",
                "https://[::1/",
                "https://[fe80::1%25en0]/",
                "https://[::1]evil.example/",
                "https://[my_app]/",
                "https://cine.example/\ud800",
                "https://cine.example/?a=\udc00#b",
                "ftp://cine.example/",
                "com.example.app:/cb",
                "https://cine example/"
            })
    void what_no_browser_or_dns_reads_so_is_no_address(String address) {
        assertThat(HttpAddress.of(address)).isEmpty();
    }

    /** Rules differ about these: the host that we know might not be the one that is reached. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fa\u00df.example/",
                "https://\uff43ine.example/",
                "https://cine\u3002example/",
                "https://\u2460\u2461\u2466.0.0.1/",
                "https://ci\u200dne.example/",
                "https://\u03bf\u03c2.example/"
            })
    @Tag("RFC3490-4")
    void a_name_that_may_be_read_in_two_ways_is_none(String address) {
        assertThat(HttpAddress.of(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://cine.example/cb?a=b,   https://cine.example",
        "https://Cine.example:443/,     https://cine.example",
        "https://Cine.example.:443/,    https://cine.example.",
        "http://cine.example.:8080/,    http://cine.example.:8080",
        "http://my_app.example:8080/,   http://my_app.example:8080",
        "http://[::1]:80/,              http://[::1]"
    })
    @Tag("RFC6454-6.2")
    void its_origin_is_written_as_browsers_write_it(String address, String origin) {
        assertThat(HttpAddress.of(address).map(HttpAddress::origin)).contains(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example/,                https://api.example,      true",
        "HTTPS://API.example:443,             https://api.example/,     true",
        "https://api.example/movies,          https://api.example:443/movies, true",
        "https://api.example/movies/,         https://api.example/movies,     false",
        "https://api.example/Movies,          https://api.example/movies,     false",
        "http://api.example/,                 https://api.example/,     false",
        "https://api.example/?,               https://api.example/,     false",
        "https://api.example/#a,              https://api.example/,     false"
    })
    @Tag("RFC3986-6.2.3")
    void equivalent_addresses_read_alike(String one, String other, boolean same) {
        assertThat(normalised(one).equals(normalised(other))).isEqualTo(same);
    }

    private static String normalised(String address) {
        return HttpAddress.of(address).orElseThrow().normalised();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Cine.example:443/cb?a=b#c,  https://Cine.example:443/cb?a=b#c",
        "https://bücher.example/cb?a=%20b,   https://xn--bcher-kva.example/cb?a=%20b",
        "https://bücher.example:8443/ü?ü=€#ü, https://xn--bcher-kva.example:8443/%C3%BC?%C3%BC=%E2%82%AC#%C3%BC",
        "https://bücher.example.:8443/cb,    https://xn--bcher-kva.example.:8443/cb",
        "https://cine.example/ü,             https://cine.example/%C3%BC",
        "https://p/ü,                        https://p/%C3%BC",
        "https://s/ü?x=1,                    https://s/%C3%BC?x=1",
        "com.example.app:/ü,                 com.example.app:/%C3%BC",
        "https://cine.example/%2e\u0301?%2e\u0301, https://cine.example/%2e%CC%81?%2e%CC%81"
    })
    @Tag("RFC3987-3.1")
    void a_header_has_it_in_ascii(String address, String ascii) {
        assertThat(HttpAddress.ascii(URI.create(address))).hasToString(ascii);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cine.example, true",
        "http://localhost:8080/, true",
        "http://localhost.:8080/, true",
        "http://[::1]/, true",
        "http://cine.example/, false",
        "http://localhost.example/, false",
        "http://127.0.0.1.example/, false"
    })
    void https_and_loopback_are_protected(String address, boolean isProtected) {
        assertThat(HttpAddress.of(URI.create(address)).orElseThrow().isProtected())
                .isEqualTo(isProtected);
    }
}
