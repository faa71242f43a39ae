package guichet.resource;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token that was good before: its signature is not checked again, but what can have changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedTokenTest {
    private static final int LIST = 3;
    private static final int PLACE = 70_001;

    private final TestClock clock = new TestClock();
    private TestApi api;

    @BeforeEach
    void start() {
        TestIssuer.open();
        api = TestApi.with(TestSettings.USUAL, new CurrentTime(clock));
    }

    @Test
    void it_is_the_one_that_was_checked() {
        String token = token().signed();

        assertThat(api.verifier().parse(token, null)).isSameAs(api.verifier().parse(token, null));
    }

    @Test
    void one_that_differs_in_its_signature_alone_is_another_token() {
        String token = taken(token());
        String signature = token.substring(token.lastIndexOf('.') + 1);

        String other = token.replace(signature, new StringBuilder(signature).reverse());

        assertThat(api.refusalOf(other)).contains(Reason.TOKEN_SIGNATURE_WRONG);
    }

    @Test
    @Tag("RFC9068-4")
    void it_expires() {
        String token = taken(token());

        clock.pass(Duration.ofMinutes(10).plus(TestSettings.USUAL.leeway()));

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void it_is_of_the_future_when_the_clock_was_set_back() {
        String token = taken(token());

        clock.pass(Duration.ofHours(-1));

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_NOT_YET_VALID);
    }

    @Test
    void it_goes_with_its_key() {
        var withdrawn = TestIssuer.newKey("withdrawn");
        TestIssuer.publishes(TestIssuer.KEY, withdrawn);
        String token = taken(token().signedBy(withdrawn), Duration.ofSeconds(5));

        publishes(TestIssuer.KEY);

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_KEY_UNKNOWN);
    }

    @Test
    void another_key_of_the_same_name_did_not_sign_it() {
        String token = taken(token());

        publishes(TestIssuer.newKey(TestIssuer.KEY.getKeyId()));

        assertThat(api.refusalOf(token)).contains(Reason.TOKEN_SIGNATURE_WRONG);
    }

    @Test
    @Tag("StatusList-8.3")
    void it_ends_with_its_grant() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST));
        var reference = Map.of("uri", TestIssuer.list(LIST), "idx", PLACE);
        String token = taken(token().with("status", Map.of("status_list", reference)));
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));

        clock.pass(Duration.ofSeconds(5));
        api.statuses().poll().join();

        assertThat(api.refusalOf(token)).contains(Reason.GRANT_ENDED);
    }

    private static TestToken token() {
        return TestToken.forApi(TestSettings.BOX);
    }

    private String taken(TestToken token) {
        return taken(token, Duration.ZERO);
    }

    private String taken(TestToken token, Duration later) {
        clock.pass(later);
        String signed = token.signed();
        assertThat(api.refusalOf(signed)).isEmpty();
        return signed;
    }

    private void publishes(EllipticCurveJsonWebKey key) {
        TestIssuer.publishes(key);
        clock.pass(Duration.ofSeconds(5));
        api.keys().recheck();
    }
}
