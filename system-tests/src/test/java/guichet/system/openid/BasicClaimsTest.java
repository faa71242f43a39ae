package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile <i>basic</i>: what a relying party is told of a person, and where. */
@OnHttpsStack
class BasicClaimsTest {
    private static final String PROFILE =
            "name family_name given_name middle_name nickname preferred_username profile picture"
                    + " website gender birthdate zoneinfo locale updated_at";
    private static final Map<String, List<String>> CLAIMS =
            Map.of(
                    "openid", List.of("sub"),
                    "profile", List.of(PROFILE.split(" ")),
                    "email", List.of("email", "email_verified"),
                    "address", List.of("address"),
                    "phone", List.of("phone_number", "phone_number_verified"));
    private static final List<String> BOOLEANS = List.of("email_verified", "phone_number_verified");

    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    BasicClaimsTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid profile",
                "openid email",
                "openid address",
                "openid phone",
                "openid profile email address phone",
                "email openid"
            })
    @Tag("OIDC-Core-5.4")
    void userinfo_has_every_claim_of_the_scope_and_no_other(String scope) {
        party.registers();
        Tokens tokens = party.signsIn(alice, scope);

        Reply reply = party.userinfo(tokens);

        assertThat(reply.mediaType()).isEqualTo("application/json");
        List<String> expected =
                List.of(scope.split(" ")).stream().flatMap(it -> CLAIMS.get(it).stream()).toList();
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Tag("OIDC-Core-5.1")
    void every_claim_has_its_type_and_none_is_empty() {
        party.registers();
        Tokens tokens = party.signsIn(alice, "openid profile email address phone");

        JsonNode claims = party.userinfo(tokens).json();

        claims.fields().forEachRemaining(each -> hasItsType(each.getKey(), each.getValue()));
        claims.get("address").forEach(part -> assertThat(part.asText()).isNotBlank());
        assertThat(claims.get("birthdate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(claims.get("updated_at").asLong())
                .isBetween(1_600_000_000L, System.currentTimeMillis() / 1000 + 60);
    }

    private static void hasItsType(String name, JsonNode value) {
        if (BOOLEANS.contains(name)) {
            assertThat(value.isBoolean()).as(name).isTrue();
        } else if (name.equals("updated_at")) {
            assertThat(value.isIntegralNumber()).as(name).isTrue();
        } else if (name.equals("address")) {
            assertThat(value.isObject()).as(name).isTrue();
        } else {
            assertThat(value.isTextual()).as(name).isTrue();
            assertThat(value.asText()).as(name).isNotBlank();
        }
    }

    @Test
    @Tag("OIDC-Core-5.4")
    void the_id_token_leaves_the_claims_of_scopes_to_userinfo() {
        party.registers();

        Tokens tokens = party.signsIn(alice, "openid profile email address phone");

        assertThat(tokens.claims().getClaims())
                .doesNotContainKeys("name", "email", "address", "phone_number", "updated_at");
    }

    @Test
    @Tag("OIDC-Core-5.3.2")
    void userinfo_is_about_the_subject_of_the_id_token() {
        party.registers();
        Tokens tokens = party.signsIn(alice, "openid");

        Reply reply = party.userinfo(tokens);

        assertThat(reply.text("sub")).isEqualTo(tokens.claims().getSubject());
    }

    @Test
    @Tag("OIDC-Core-5.3.1")
    void userinfo_answers_a_post_with_the_token_in_the_header() {
        party.registers();
        Tokens tokens = party.signsIn(alice, "openid");

        Reply reply =
                party.calls()
                        .postForm(userinfoEndpoint(), Map.of(), "Bearer " + tokens.accessToken());

        assertThat(reply.text("sub")).isEqualTo(tokens.claims().getSubject());
    }

    @Test
    @Tag("OIDC-Core-5.3.1")
    void userinfo_answers_a_post_with_the_token_in_the_form() {
        party.registers();
        Tokens tokens = party.signsIn(alice, "openid");

        Reply reply =
                party.calls()
                        .postForm(
                                userinfoEndpoint(),
                                Map.of("access_token", tokens.accessToken()),
                                "");

        assertThat(reply.text("sub")).isEqualTo(tokens.claims().getSubject());
    }

    @Test
    @Tag("OIDC-Core-5.5")
    void an_essential_claim_is_told_where_it_was_asked_for() {
        party.registers();
        String claims = "{\"userinfo\": {\"name\": {\"essential\": true}}}";

        Tokens tokens = party.signsIn(alice, party.request("openid").with("claims", claims));

        assertThat(party.userinfo(tokens).json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("sub", "name");
        assertThat(tokens.claims().getClaims()).doesNotContainKey("name");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.4")
    void a_claim_that_nobody_approved_is_not_to_be_had_without_a_page() {
        party.registers();
        party.signsIn(alice, "openid");
        var silent =
                party.request("openid")
                        .with("prompt", "none")
                        .with("claims", "{\"userinfo\": {\"phone_number\": null}}");

        Arrival back = party.returned(alice.opens(silent.link()), silent);

        assertThat(back.get("error")).isEqualTo("consent_required");
    }

    private URI userinfoEndpoint() {
        return party.provider().address("userinfo_endpoint");
    }
}
