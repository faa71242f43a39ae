package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.1.1")
class ResponseTypeTest {
    @ParameterizedTest
    @CsvSource({
        "code, CODE",
        "id_token, ID_TOKEN",
        "id_token token, ID_TOKEN_TOKEN",
        "token id_token, ID_TOKEN_TOKEN"
    })
    void the_order_of_the_words_does_not_matter(String value, ResponseType type) {
        assertThat(ResponseType.find(value)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "CODE", "code id_token", "id_token  token", "none"})
    void other_words_are_no_response_type_of_ours(String value) {
        assertThat(ResponseType.find(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CODE, AUTHORIZATION_CODE", "ID_TOKEN, IMPLICIT", "ID_TOKEN_TOKEN, IMPLICIT"})
    @Tag("RFC7591-2.1")
    void each_goes_with_a_grant_type(ResponseType type, GrantType grantType) {
        assertThat(type.grantType()).isEqualTo(grantType);
    }
}
