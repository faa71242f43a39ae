package guichet.authorization.people.account;

import static guichet.authorization.people.account.Newcomer.isSignedIn;
import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.outbox.WaitingMessages;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.people.person.People;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.signin.PasswordCall;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.time.TestClock;
import guichet.kit.contract.Callee;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {
    private static final String OTHER_PASSWORD = "nine lanterns over calais";

    private Newcomer newcomer;
    private Visit visit;

    @Inject Grants grants;
    @Inject Inbox inbox;
    @Inject TestClock clock;
    @Inject People people;
    @Inject Sessions sessions;
    @Inject StandardClaims claims;
    @Inject WaitingMessages waiting;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.signsUp();
        visit = newcomer.visit();
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/profile", "/email", "/password", "/applications"})
    void an_account_is_shown_to_who_is_signed_in(String page) {
        var stranger = new Visit().browser().get("/account" + page);

        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(Visit.path(stranger)).isEqualTo("/login");
        assertThat(visit.browser().get("/account" + page).statusCode()).isEqualTo(200);
    }

    @Test
    void password_managers_find_the_page_for_another_password() {
        var answer = new Visit().opens("/.well-known/change-password");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("http://localhost:8080/account/password");
    }

    @Test
    void every_page_is_protected_and_every_field_has_its_label() {
        var pages =
                Stream.of(
                        "/account",
                        "/account/profile",
                        "/account/email",
                        "/account/password",
                        "/account/applications",
                        "/signup",
                        "/password-reset",
                        "/password-reset/new?link=gone",
                        "/email-verification?link=gone",
                        "/account?done=profile");

        assertThat(pages).allSatisfy(this::isProtected);
    }

    private void isProtected(String path) {
        var page = visit.browser().get(path);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        var html = Jsoup.parse(page.asString());
        assertThat(html.select("script, style, [style]")).isEmpty();
        assertThat(html.select("form:not(.languages)"))
                .allSatisfy(it -> assertThat(it.attr("method")).isEqualTo("post"));
        assertThat(html.select("form:not(.languages)"))
                .allSatisfy(it -> assertThat(it.select("[name=csrf]")).hasSize(1));
        assertThat(html.select("input:not([type=hidden])"))
                .allSatisfy(it -> assertThat(html.select("label[for=" + it.id() + "]")).hasSize(1));
    }

    @Test
    void what_people_say_of_themselves_is_what_applications_are_told() {
        var answer =
                visit.submits(
                        visit.browser().get("/account/profile"),
                        Map.of(
                                "name",
                                "Agnès Varda",
                                "birthdate",
                                "1928-05-30",
                                "locality",
                                "Paris",
                                "zoneinfo",
                                "Europe/Paris"));

        assertThat(visit.follows(answer).asString())
                .contains("Your profile has been saved")
                .contains("Agnès Varda");
        assertThat(
                        claims.of(
                                person(),
                                Set.of(
                                        StandardClaim.NAME,
                                        StandardClaim.BIRTHDATE,
                                        StandardClaim.ADDRESS,
                                        StandardClaim.ZONEINFO,
                                        StandardClaim.GENDER)))
                .isEqualTo(
                        Map.of(
                                "name", "Agnès Varda",
                                "birthdate", "1928-05-30",
                                "address", Map.of("formatted", "Paris", "locality", "Paris"),
                                "zoneinfo", "Europe/Paris"));
    }

    @Test
    void what_is_emptied_is_told_no_more_and_a_telephone_number_is_not_verified() {
        visit.submits(
                visit.browser().get("/account/profile"),
                Map.of("name", "A", "nickname", "Ali", "phone_number", "+33 1 99 00 12 34"));
        var before =
                claims.of(
                        person(),
                        Set.of(StandardClaim.NICKNAME, StandardClaim.PHONE_NUMBER_VERIFIED));

        visit.submits(
                visit.browser().get("/account/profile"), Map.of("name", "A", "nickname", " "));

        assertThat(before)
                .containsEntry("nickname", "Ali")
                .containsEntry("phone_number_verified", false);
        assertThat(
                        claims.of(
                                person(),
                                Set.of(
                                        StandardClaim.NICKNAME,
                                        StandardClaim.PHONE_NUMBER_VERIFIED)))
                .isEmpty();
    }

    @Test
    void a_value_that_applications_could_not_read_is_refused_beside_its_field() {
        var page =
                visit.submits(
                        visit.browser().get("/account/profile"),
                        Map.of(
                                "name",
                                "A",
                                "website",
                                "javascript:alert(1)",
                                "birthdate",
                                "yesterday"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(page.asString()).select("[aria-invalid=true]"))
                .extracting(Element::id)
                .containsExactly("birthdate", "website");
        assertThat(claims.of(person(), Set.of(StandardClaim.WEBSITE, StandardClaim.BIRTHDATE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csrf, forged, 400", "person, 5ae6a8dd-9a8b-4e80-8d57-6b2a4a1a4b55, 303"})
    void a_form_from_elsewhere_or_for_somebody_else_changes_nothing(
            String field, String value, int status) {
        var answer =
                visit.submits(
                        visit.browser().get("/account/profile"),
                        Map.of("name", "Changed", field, value));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(claims.of(person(), Set.of(StandardClaim.NAME)))
                .containsEntry("name", "New Comer");
    }

    @Test
    void another_address_is_the_persons_once_confirmed_and_the_old_one_is_told() {
        newcomer.provesAddress(inbox);
        String other = "other-" + newcomer.email();

        var asked = asksFor(other, Newcomer.PASSWORD);
        var before = email();
        visit.submits(visit.opens(inbox.link(other)), Map.of());

        assertThat(visit.follows(asked).asString()).contains("Check your e-mail");
        assertThat(before).isEqualTo(newcomer.email());
        assertThat(email()).isEqualTo(other);
        assertThat(inbox.latest(newcomer.email()).getSubject()).contains("about to change");
    }

    /** It may be a stranger's, who would be written to as often as somebody likes. */
    @Test
    void an_address_that_was_not_proved_is_told_of_nothing() {
        int before = inbox.of(newcomer.email()).size();

        asksFor("other-" + newcomer.email(), Newcomer.PASSWORD);
        var changed = changesPassword(Newcomer.PASSWORD, OTHER_PASSWORD);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(inbox.of(newcomer.email())).hasSize(before);
    }

    @Test
    @Tag("RFC6585-4")
    void passwords_and_addresses_are_changed_five_times_an_hour_at_most() {
        for (int change = 0; change < 5; change++) {
            asksFor("other-" + change + newcomer.email(), Newcomer.PASSWORD);
        }

        var refused = changesPassword(Newcomer.PASSWORD, OTHER_PASSWORD);
        clock.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        var later = changesPassword(Newcomer.PASSWORD, OTHER_PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.asString()).contains("too-many-requests");
        assertThat(later.statusCode()).isEqualTo(303);
    }

    @Test
    void another_address_is_not_sent_anything_without_the_present_password() {
        var page = asksFor("other-" + newcomer.email(), "not it");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(page.asString()).select("#current_password-fault")).hasSize(1);
        assertThat(inbox.of("other-" + newcomer.email())).isEmpty();
    }

    @Test
    void an_address_of_somebody_else_cannot_be_had() {
        asksFor("bob@guichet.example", Newcomer.PASSWORD);

        assertThat(inbox.latest("bob@guichet.example").getText()).doesNotContain("link=");
        assertThat(email()).isEqualTo(newcomer.email());
    }

    @Test
    void of_two_who_were_sent_a_link_the_first_to_confirm_has_the_address() {
        String shared = "shared-" + newcomer.email();
        var rival = Newcomer.signsUp();
        asksFor(shared, Newcomer.PASSWORD);
        String mine = inbox.link(shared);
        rival.visit()
                .submits(
                        rival.visit().browser().get("/account/email"),
                        Map.of("email", shared, "current_password", Newcomer.PASSWORD));
        String theirs = inbox.link(shared);

        visit.submits(visit.opens(mine), Map.of());
        var late = rival.visit().submits(rival.visit().opens(theirs), Map.of());

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(email()).isEqualTo(shared);
    }

    @Test
    void another_password_signs_out_every_other_browser() {
        newcomer.provesAddress(inbox);
        var elsewhere = newcomer.signsInElsewhere();

        var answer = changesPassword(Newcomer.PASSWORD, OTHER_PASSWORD);

        assertThat(visit.follows(answer).asString()).contains("Your password has been changed");
        assertThat(isSignedIn(visit)).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(newcomer.triesToSignIn(elsewhere, Newcomer.PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(newcomer.triesToSignIn(elsewhere, OTHER_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(inbox.latest(newcomer.email()).getSubject()).contains("was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "not it, nine lanterns over calais, 403, current_password",
        "heron kettle ninety seven, too short, 400, password",
        "heron kettle ninety seven, aaaaaaaaaaaaaaaaaaaa, 400, password"
    })
    void a_password_is_not_changed_without_the_present_one_or_to_a_weak_one(
            String present, String next, int status, String field) {
        var page = changesPassword(present, next);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(Jsoup.parse(page.asString()).select("[aria-invalid=true]"))
                .extracting(Element::id)
                .containsExactly(field);
        newcomer.signsInElsewhere();
    }

    @Test
    void who_copied_the_cookie_of_the_session_is_signed_out_by_another_password() {
        visit = new Visit();
        String copied =
                newcomer.triesToSignIn(visit, Newcomer.PASSWORD).getCookie("guichet_session");
        UUID session = sessions.listOf(person()).getFirst().sid();

        changesPassword(Newcomer.PASSWORD, OTHER_PASSWORD);

        assertThat(isSignedIn(visit)).isTrue();
        assertThat(sessions.listOf(person()).getFirst().sid()).isEqualTo(session);
        var thief = given().redirects().follow(false).cookie("guichet_session", copied);
        assertThat(thief.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void every_other_browser_can_be_signed_out() {
        var elsewhere = newcomer.signsInElsewhere();
        var page = visit.browser().get("/account");

        visit.submits(page, Map.of());

        assertThat(page.asString()).contains("This browser").contains("Another browser");
        assertThat(isSignedIn(visit)).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();
    }

    @Test
    void a_permission_that_is_taken_back_has_to_be_asked_for_again() {
        String client = RegistryNeighbour.client();
        var consent = visit.follows(visit.asks(request(client)));
        visit.submits(consent, Map.of("decision", "allow"));
        var listed = visit.browser().get("/account/applications");

        var answer = visit.submits(listed, Map.of());

        assertThat(listed.asString()).contains("Ciné Club").contains("See the films on your list");
        assertThat(visit.follows(answer).asString()).contains("no longer has access");
        assertThat(visit.browser().get("/account/applications").asString())
                .contains("No applications yet");
        assertThat(Visit.path(visit.asks(request(client)))).startsWith("/consent");
        assertThat(waiting.grantEndsOf(person())).isEqualTo(1L);
    }

    @Test
    @Tag("OIDCC-5.5")
    void a_single_claim_is_listed_and_taken_back_like_a_scope() {
        String client = RegistryNeighbour.client();
        var asked = request(client);
        asked.put("scope", "openid");
        asked.put("claims", "{\"userinfo\": {\"email\": null}}");
        visit.submits(visit.follows(visit.asks(asked)), Map.of("decision", "allow"));
        var listed = visit.browser().get("/account/applications");

        visit.submits(listed, Map.of());

        assertThat(listed.asString()).contains("See your e-mail address");
        asked.remove("claims");
        visit.submits(visit.follows(visit.asks(asked)), Map.of("decision", "allow"));
        assertThat(visit.browser().get("/account/applications").asString())
                .doesNotContain("See your e-mail address");
    }

    @Test
    void what_was_granted_by_password_is_listed_and_taken_back_too() {
        String client = RegistryNeighbour.client();
        String grant = grantedByPassword(client);
        var listed = visit.browser().get("/account/applications");

        var answer = visit.submits(listed, Map.of());

        assertThat(listed.asString()).contains("Ciné Club").contains("See the films on your list");
        assertThat(visit.follows(answer).asString()).contains("no longer has access");
        assertThat(grants.findStanding(UUID.fromString(grant))).isEmpty();
        assertThat(visit.browser().get("/account/applications").asString())
                .contains("No applications yet");
    }

    @Test
    void what_was_approved_and_granted_in_two_ways_is_listed_together() {
        String client = RegistryNeighbour.client();
        grantedByPassword(client);
        var asked = request(client);
        asked.put("scope", "movies:write");
        visit.submits(visit.follows(visit.asks(asked)), Map.of("decision", "allow"));

        var listed = Jsoup.parse(visit.browser().get("/account/applications").asString());

        assertThat(listed.select("section")).hasSize(1);
        assertThat(listed.select("section li").eachText())
                .contains("See the films on your list", "Change your list");
    }

    @Test
    void applications_come_fifty_to_a_page() {
        Set<String> clients = Stream.generate(RegistryNeighbour::client).limit(51).collect(toSet());
        clients.forEach(this::grantedByPassword);

        var first = Jsoup.parse(visit.browser().get("/account/applications").asString());
        var more = first.select("a:contains(More applications)").attr("href");
        var second = Jsoup.parse(visit.opens(more).asString());

        assertThat(first.select("section")).hasSize(50);
        assertThat(second.select("section")).hasSize(1);
        assertThat(second.select("a:contains(More applications)")).isEmpty();
        assertThat(listed(first, second)).isEqualTo(clients);
    }

    @Test
    void what_can_be_no_client_has_no_permission() {
        grantedByPassword(RegistryNeighbour.client());
        var page = visit.opens("/account/applications?after=%00");

        var answer = visit.submits(page, Map.of("client_id", "\u0000"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(visit.follows(answer).asString()).contains("Nothing was removed");
    }

    private static Set<String> listed(Document... pages) {
        return Stream.of(pages)
                .flatMap(page -> page.select("input[name=client_id]").eachAttr("value").stream())
                .collect(toSet());
    }

    @Test
    void where_there_is_nothing_to_take_back_the_person_is_told_so() {
        grantedByPassword(RegistryNeighbour.client());
        var page = visit.browser().get("/account/applications");

        var answer = visit.submits(page, Map.of("client_id", RegistryNeighbour.client()));

        assertThat(visit.follows(answer).asString()).contains("Nothing was removed");
        assertThat(waiting.grantEndsOf(person())).isZero();
    }

    private String grantedByPassword(String client) {
        var attempt = PasswordCall.of(client, newcomer.username(), Newcomer.PASSWORD);
        return Callee.call(attempt).then().statusCode(200).extract().path("grant.grant_id");
    }

    private Response asksFor(String address, String password) {
        return visit.submits(
                visit.browser().get("/account/email"),
                Map.of("email", address, "current_password", password));
    }

    private Response changesPassword(String present, String next) {
        return visit.submits(
                visit.browser().get("/account/password"),
                Map.of("current_password", present, "password", next));
    }

    private Object email() {
        return claims.of(person(), Set.of(StandardClaim.EMAIL)).get("email");
    }

    private UUID person() {
        return people.findByUsername(newcomer.username()).orElseThrow().id();
    }
}
