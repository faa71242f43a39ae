package guichet.system.rule;

import static guichet.local.stack.Service.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.actor.Person;
import guichet.system.rule.LogoutReceiver.Ailment;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that could not be told of a sign-out before the service lost its power. */
@DisturbsStack
@Tag("BackChannelLogout-2.5")
class BackChannelCrashTest {
    /** Longer than the lease of an attempt under way and the first rests together. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So long no second message comes; the sender looks once a second. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private final Suite stack;

    BackChannelCrashTest(Suite stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(180)
    void is_told_once_by_the_service_that_starts_again(Ailment ailment) throws Exception {
        try (var receiver = new LogoutReceiver()) {
            Application application = registers(receiver);
            Person alice = stack.person("alice");
            Answer tokens = signsIn(alice, application);
            receiver.isUnwell(ailment);
            signsOut(alice, tokens);
            assertThat(waiting(application)).isEqualTo(1);

            stack.stack().kill(AUTHORIZATION);
            receiver.isWellAgain(ailment);
            stack.start(AUTHORIZATION);
            await(() -> waiting(application) == 0);
            TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());

            assertThat(receiver.taken()).hasSize(1);
            assertThat(validated(receiver.taken().getFirst(), application))
                    .returns(claim(tokens, "sid"), it -> it.getSessionID().getValue())
                    .returns(claim(tokens, "sub"), it -> it.getSubject().getValue());
        }
    }

    private Application registers(LogoutReceiver receiver) {
        return stack.http()
                .registers(
                        """
                        {"client_name": "Listener", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                         "backchannel_logout_uri": "%s", "backchannel_logout_session_required": true}\
                        """
                                .formatted(receiver.address()));
    }

    private static Answer signsIn(Person person, Application application) {
        return application.redeems(
                person.authorizes(application.authorizationRequest("openid", "s1")).code());
    }

    private void signsOut(Person person, Answer tokens) {
        var page =
                person.opens(
                        stack.http()
                                .issuer(
                                        "/logout",
                                        Map.of("id_token_hint", tokens.text("id_token"))));
        assertThat(page.heading()).isEqualTo("You are signed out");
    }

    /** With the keys that the issuer publishes, and the type that no other token has. */
    private LogoutTokenClaimsSet validated(String token, Application application) throws Exception {
        var validator =
                new LogoutTokenValidator(
                        new Issuer(stack.issuer()),
                        new ClientID(application.clientId()),
                        JWSAlgorithm.RS256,
                        stack.issuer().resolve("/jwks").toURL());
        var parsed = JWTParser.parse(token);
        assertThat(parsed.getHeader().getType()).hasToString("logout+jwt");
        return validator.validate(parsed);
    }

    private static String claim(Answer tokens, String name) throws Exception {
        return JWTParser.parse(tokens.text("id_token")).getJWTClaimsSet().getStringClaim(name);
    }

    /** How many messages to this application the outbox holds. */
    private long waiting(Application application) throws SQLException {
        var own = stack.stack().environment(AUTHORIZATION);
        try (Connection database =
                        DriverManager.getConnection(
                                own.get("GUICHET_DATABASE_URL"),
                                own.get("GUICHET_DATABASE_USERNAME"),
                                own.get("GUICHET_DATABASE_PASSWORD"));
                var question =
                        database.prepareStatement(
                                "select count(*) from outbox where recipient = ?")) {
            question.setString(1, application.clientId());
            try (var answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.isMet()) {
            assertThat(System.nanoTime()).as("delivered in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private interface Condition {
        boolean isMet() throws Exception;
    }
}
