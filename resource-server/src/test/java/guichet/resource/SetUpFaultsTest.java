package guichet.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the operator of an API reads that was set up with another spelling than the issuer's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SetUpFaultsTest {
    private static final Logger LOG = Logger.getLogger(SetUpFaults.class.getName());

    private final List<String> warnings = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private final Handler handler = new Listener();
    private TestApi api;

    @BeforeEach
    void listen() {
        TestIssuer.open();
        api = TestApi.with(TestSettings.USUAL, new CurrentTime(clock));
        LOG.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
    }

    @Test
    void tokens_for_another_spelling_of_the_api_are_told_once_a_minute() {
        String token = TestToken.forApi(TestSettings.BOX + "/").signed();

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_FOR_ANOTHER_API);
        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_FOR_ANOTHER_API);

        assertThat(warnings)
                .singleElement(STRING)
                .contains(
                        "its aud is " + TestSettings.BOX + "/, and",
                        "guichet.resource.identifier is " + TestSettings.BOX + ";")
                .doesNotContain("eyJ");
        clock.pass(Duration.ofMinutes(1));
        api.refusalOf(token);
        assertThat(warnings).hasSize(2);
    }

    @Test
    void tokens_of_another_spelling_of_the_issuer_are_told() {
        String token =
                TestToken.forApi(TestSettings.BOX).with("iss", TestIssuer.address() + "/").signed();

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_OF_ANOTHER_ISSUER);

        assertThat(warnings)
                .singleElement(STRING)
                .contains(
                        "its iss is " + TestIssuer.address() + "/, and",
                        "guichet.issuer is " + TestIssuer.address() + ";");
    }

    @Test
    void what_tokens_say_is_told_in_one_short_line() {
        api.refusalOf(TestToken.forApi("a\nb" + "c".repeat(1000)).signed());

        assertThat(warnings).singleElement(STRING).contains("a?bc").hasSizeLessThan(500);
    }

    @Test
    void what_nobody_published_is_told_to_nobody() {
        api.refusalOf(
                TestToken.forApi("https://x.example").signedBy(TestIssuer.newKey("x")).signed());

        assertThat(warnings).isEmpty();
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord told) {
            assertThat(told.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
            warnings.add(text(told));
        }

        private static String text(LogRecord told) {
            Object[] values = told.getParameters();
            return values == null ? told.getMessage() : told.getMessage().formatted(values);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
