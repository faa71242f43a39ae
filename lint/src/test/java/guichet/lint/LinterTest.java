package guichet.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinterTest {
    /** Nothing can be said against it; each test makes one thing worse. */
    private static final String GOOD =
            """
            {"client_name": "Cine", "redirect_uris": ["https://cine.example/cb"],
             "token_endpoint_auth_method": "private_key_jwt", "scope": "movies:read",
             "require_pkce": true\
            """;

    @Test
    void a_good_registration_passes() throws Exception {
        assertThat(rulesBrokenBy("\"tos_uri\": null")).isEmpty();
    }

    @Test
    void a_member_of_a_key_that_is_null_gives_no_secret_away() throws Exception {
        assertThat(rulesBrokenBy("\"jwks\": {\"keys\": [{\"kty\": \"EC\", \"d\": null}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "G001 | 'grant_types': ['password']",
                "G002 | 'grant_types': ['implicit']",
                "G002 | 'response_types': ['id_token token']",
                "G003 | 'redirect_uris': ['http://cine.example/cb']",
                "G004 | 'redirect_uris': ['https://*.cine.example/cb']",
                "G005 | 'application_type': 'native', 'redirect_uris': ['http://127.0.0.1/cb'], 'token_endpoint_auth_method': 'client_secret_basic'",
                "G005 | 'redirect_uris': ['com.example.cine:/cb'], 'token_endpoint_auth_method': null",
                "G006 | 'jwks': {'keys': [{'kty': 'EC', 'd': 'x'}]}",
                "G006 | 'jwks': {'keys': [{'kty': 'oct', 'k': 'x'}]}",
                "G007 | 'application_type': 'native', 'redirect_uris': ['http://localhost/cb']",
                "G008 | 'redirect_uris': ['http://127.0.0.1/cb']",
                "G009 | 'grant_types': ['authorization_code', 'client_credentials']",
                "G010 | 'scope': null",
                "G012 | 'token_endpoint_auth_method': 'client_secret_basic'",
                "G012 | 'token_endpoint_auth_method': null",
                "G013 | 'require_pkce': false",
                "G013 | 'require_pkce': null",
                "G006 | 'jwks': {'keys': [{'kty': 'RSA', 'p': 'x'}]}",
                "G006 | 'jwks': {'keys': [{'kty': 'AKP', 'priv': 'x'}]}",
                "G014 | 'application_type': 'native', 'redirect_uris': ['http://127.0.0.1/cb', 'https://cine.example/cb']",
                "G015 | 'redirect_uris': ['cine:/cb']",
                "G016 | 'application_type': 'web', 'redirect_uris': ['com.example.cine:/cb']",
                "G017 | 'redirect_uris': []",
                "G017 | 'redirect_uris': null",
            })
    void what_is_worse_is_found_by_its_rule(String rule, String member) throws Exception {
        assertThat(rulesBrokenBy(member.replace('\'', '"'))).containsExactly(rule);
    }

    @Test
    void a_secret_in_the_body_is_one_fault_more_than_a_shared_secret() throws Exception {
        assertThat(rulesBrokenBy("\"token_endpoint_auth_method\": \"client_secret_post\""))
                .containsExactly("G011", "G012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"require_pkce\": false, \"token_endpoint_auth_method\": \"none\"",
                "\"require_pkce\": false, \"grant_types\": [\"client_credentials\"]"
            })
    void who_is_held_to_pkce_anyway_or_has_no_codes_need_not_say_so(String member)
            throws Exception {
        assertThat(rulesBrokenBy(member)).isEmpty();
    }

    @Test
    void a_native_application_on_loopback_is_as_it_should_be() throws Exception {
        assertThat(
                        rulesBrokenBy(
                                """
                                "application_type": "native", "token_endpoint_auth_method": "none",
                                "redirect_uris": ["http://127.0.0.1/cb"]\
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"redirect_uris\": 7",
                "\"redirect_uris\": [7, null, {}]",
                "\"redirect_uris\": [\"not a uri\"]",
                "\"grant_types\": \"password\"",
                "\"jwks\": []"
            })
    void nonsense_is_left_to_the_registry(String member) throws Exception {
        assertThat(rulesBrokenBy(member)).isEmpty();
    }

    @Test
    void members_that_nobody_knows_are_named_with_what_may_have_been_meant() throws Exception {
        var metadata =
                new ObjectMapper()
                        .readTree(
                                "%s, \"redirect_uri\": 7, \"client_name#fr\": \"Ciné\"}"
                                        .formatted(GOOD));

        assertThat(Linter.unknownMembers(metadata))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).contains("member redirect_uri is not known");
                    assertThat(finding.fix()).contains("write redirect_uris");
                });
    }

    private static List<String> rulesBrokenBy(String member) throws JsonProcessingException {
        var metadata = new ObjectMapper().readTree("%s, %s}".formatted(GOOD, member));
        return Linter.lint(metadata).stream().map(Finding::rule).toList();
    }
}
