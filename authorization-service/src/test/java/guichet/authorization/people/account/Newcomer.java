package guichet.authorization.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.people.mail.Inbox;
import guichet.authorization.protocol.flow.Visit;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** Somebody who has just signed up, at their browser. */
public record Newcomer(String username, Visit visit) {
    public static final String PASSWORD = "heron kettle ninety seven";

    public static Newcomer signsUp() {
        return signsUp(new Visit());
    }

    public static Newcomer signsUp(Visit where) {
        var newcomer = new Newcomer("n" + UUID.randomUUID().toString().substring(0, 12), where);
        var page = newcomer.visit.browser().get("/signup");
        assertThat(newcomer.visit.submits(page, newcomer.details()).statusCode()).isEqualTo(303);
        return newcomer;
    }

    /** Somebody who has signed up, and has proved the address. */
    public static Newcomer whoProvedTheAddress(Inbox inbox) {
        var newcomer = signsUp();
        newcomer.provesAddress(inbox);
        return newcomer;
    }

    public void provesAddress(Inbox inbox) {
        var proved = visit.submits(visit.opens(inbox.link(email())), Map.of());
        assertThat(proved.statusCode()).isEqualTo(200);
    }

    /** Asks for another address, to which a link goes. */
    public void asksForAddress(String address) {
        var asked =
                visit.submits(
                        visit.browser().get("/account/email"),
                        Map.of("email", address, "current_password", PASSWORD));
        assertThat(asked.statusCode()).isEqualTo(303);
    }

    public Map<String, String> details() {
        return Map.of(
                "username", username, "name", "New Comer", "email", email(), "password", PASSWORD);
    }

    public String email() {
        return username + "@people.example";
    }

    /** Another browser at which the same person signs in. */
    public Visit signsInElsewhere() {
        var elsewhere = new Visit();
        assertThat(triesToSignIn(elsewhere, PASSWORD).statusCode()).isEqualTo(303);
        return elsewhere;
    }

    public Response triesToSignIn(Visit where, String password) {
        return where.submits(
                where.browser().get("/login"), Map.of("username", username, "password", password));
    }

    public static boolean isSignedIn(Visit where) {
        return where.browser().get("/account").statusCode() == 200;
    }
}
