package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import guichet.local.Main;
import guichet.local.stack.Service;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile <i>config</i>, and the keys, which the profile <i>dynamic</i> sees change. */
@OnHttpsStack
class DiscoveryTest {
    private final Provider provider;
    @AutoClose private final Calls calls;
    private final Metadata metadata;

    DiscoveryTest(Provider provider) {
        this.provider = provider;
        this.calls = new Calls(provider.authority().context());
        this.metadata = Metadata.of(provider, calls);
    }

    @Test
    @Tag("OIDC-Discovery-4.2")
    void the_document_is_json_of_this_issuer() {
        assertThat(metadata.reply().status()).isEqualTo(200);
        assertThat(metadata.reply().mediaType()).isEqualTo("application/json");
        assertThat(metadata.text("issuer")).isEqualTo(provider.issuer().toString());
    }

    @Test
    @Tag("OIDC-Discovery-7.2")
    void every_address_is_https_and_the_issuers() {
        var addresses =
                metadata.json().properties().stream()
                        .filter(each -> each.getKey().matches(".*(_endpoint|_uri|_iframe)"))
                        .map(each -> each.getValue().asText())
                        .toList();

        assertThat(addresses)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(it -> assertThat(it).startsWith(provider.issuer() + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "scopes_supported, openid profile email address phone offline_access",
        "response_types_supported, code id_token",
        "response_modes_supported, query fragment form_post",
        "grant_types_supported, authorization_code implicit refresh_token",
        "subject_types_supported, public pairwise",
        "id_token_signing_alg_values_supported, RS256",
        "userinfo_signing_alg_values_supported, RS256",
        "request_object_signing_alg_values_supported, none RS256",
        "token_endpoint_auth_methods_supported,"
                + " client_secret_basic client_secret_post private_key_jwt",
        "token_endpoint_auth_signing_alg_values_supported, RS256",
        "code_challenge_methods_supported, S256",
        "claims_supported, sub name email address phone_number auth_time acr"
    })
    @Tag("OIDC-Discovery-3")
    void a_list_has_what_the_profiles_need(String member, String values) {
        assertThat(metadata.values(member)).contains(values.split(" "));
    }

    @Test
    @Tag("OIDC-Core-2")
    void no_id_token_is_unsigned() {
        assertThat(metadata.values("id_token_signing_alg_values_supported")).doesNotContain("none");
    }

    @ParameterizedTest
    @CsvSource({
        "claims_parameter_supported",
        "request_parameter_supported",
        "request_uri_parameter_supported",
        "authorization_response_iss_parameter_supported",
        "backchannel_logout_supported",
        "backchannel_logout_session_supported",
        "frontchannel_logout_supported",
        "frontchannel_logout_session_supported"
    })
    @Tag("OIDC-Discovery-3")
    void what_is_there_is_announced(String member) {
        assertThat(metadata.json().get(member).isBoolean()).isTrue();
        assertThat(metadata.json().get(member).asBoolean()).isTrue();
    }

    @Test
    @Tag("OIDC-Discovery-3")
    void nothing_is_empty_or_null() {
        metadata.json()
                .properties()
                .forEach(each -> {
                    assertThat(each.getValue().isNull()).as(each.getKey()).isFalse();
                    assertThat(each.getValue().isContainerNode() && each.getValue().isEmpty())
                            .as(each.getKey())
                            .isFalse();
                });
    }

    @Test
    @Tag("OIDC-Core-10.1")
    void each_key_has_a_name_of_its_own_an_algorithm_and_no_private_half() {
        List<JWK> keys = metadata.keys().getKeys();

        assertThat(keys.stream().map(JWK::getKeyID).distinct()).hasSameSizeAs(keys);
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(key.isPrivate()).isFalse();
                    assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
                    assertThat(key.getAlgorithm()).isNotNull();
                    assertThat(key.getKeyType()).isNotEqualTo(KeyType.OCT);
                });
    }

    @Test
    @Tag("RFC7518-3.3")
    void rsa_keys_are_long_enough() {
        assertThat(metadata.keys().getKeys())
                .filteredOn(key -> key.getKeyType().equals(KeyType.RSA))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.size()).isGreaterThanOrEqualTo(2048));
    }

    /** The foundation's check of the new ones knows RSA and EC. */
    @Test
    @Tag("OIDC-Core-10.1.1")
    void a_rotation_publishes_new_keys_beside_the_old_ones() {
        List<JWK> before = metadata.keys().getKeys();

        rotates();

        List<JWK> after = metadata.keys().getKeys();
        assertThat(after).containsAll(before);
        assertThat(after.stream().filter(key -> !before.contains(key)).map(JWK::getKeyType))
                .containsExactlyInAnyOrder(KeyType.RSA, KeyType.EC);
    }

    /**
     * As an administrator types it, for whom the issuer's certificate is of a private authority.
     */
    private void rotates() {
        String secret =
                provider.stack().environment(Service.REGISTRY).get("GUICHET_ADMINISTRATOR_SECRET");
        var environment =
                Map.of(
                        "GUICHET_ISSUER", provider.issuer().toString(),
                        "GUICHET_OUTSIDE_CA_FILE", provider.authority().pem().toString(),
                        "GUICHET_ADMINISTRATOR_SECRET", secret);
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int status =
                Main.run(
                        List.of("keys", "rotate"),
                        environment,
                        Path.of("nowhere"),
                        out,
                        System.err);
        assertThat(status).isZero();
    }

    @Test
    @Tag("RFC8414-3")
    void the_document_of_oauth_says_the_same() {
        URI address = URI.create(provider.issuer() + "/.well-known/oauth-authorization-server");

        assertThat(calls.get(address).json()).isEqualTo(metadata.json());
    }
}
