package guichet.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import guichet.authorization.planted.ForgottenCheck;
import guichet.system.architecture.planted.OpenAdministration;
import guichet.system.architecture.planted.OpenInternal;
import guichet.system.architecture.planted.UnruledEndpoint;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of the suite forgets a guard, and the rules that say so see it when something does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardsTest {
    @ParameterizedTest
    @MethodSource
    void the_suite_keeps(ArchRule rule) {
        rule.check(Suite.CLASSES);
    }

    @ParameterizedTest
    @MethodSource
    void a_planted_violation_is_seen(ArchRule rule, Class<?> planted, String words) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);

        var result = rule.evaluate(classes);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(words);
    }

    static Stream<Named<ArchRule>> the_suite_keeps() {
        return Stream.of(
                        Guards.EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT,
                        Guards.NEIGHBOURS_ALONE_CALL_WHAT_IS_INTERNAL,
                        Guards.ADMINISTRATION_IS_FOR_ADMINISTRATORS,
                        Guards.A_FORM_GOES_THROUGH_THE_CSRF_CHECK,
                        Guards.A_FORM_IS_READ_AFTER_THE_CSRF_CHECK,
                        Guards.WHAT_ANYBODY_MAY_SEND_IS_LIMITED,
                        Guards.THE_CSRF_CHECK_ALONE_MAKES_POSTED_FORMS)
                .map(rule -> Named.of(rule.getDescription(), rule));
    }

    static Stream<Arguments> a_planted_violation_is_seen() {
        return Stream.of(
                Arguments.of(
                        Guards.EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT,
                        UnruledEndpoint.class,
                        "UnruledEndpoint.answer() does not have one of"),
                Arguments.of(
                        Guards.NEIGHBOURS_ALONE_CALL_WHAT_IS_INTERNAL,
                        OpenInternal.class,
                        "OpenInternal.answer() does not have one of [CallableBy]"),
                Arguments.of(
                        Guards.ADMINISTRATION_IS_FOR_ADMINISTRATORS,
                        OpenAdministration.class,
                        "OpenAdministration.answer() does not have one of"),
                Arguments.of(
                        Guards.A_FORM_GOES_THROUGH_THE_CSRF_CHECK,
                        ForgottenCheck.class,
                        "does not hand it to Browser.posted"),
                Arguments.of(
                        Guards.WHAT_ANYBODY_MAY_SEND_IS_LIMITED,
                        ForgottenCheck.class,
                        "ForgottenCheck.delete(jakarta.ws.rs.core.MultivaluedMap) does not have one"
                                + " of [Limited]"),
                Arguments.of(
                        Guards.A_FORM_IS_READ_AFTER_THE_CSRF_CHECK,
                        ForgottenCheck.class,
                        "MultivaluedMap.getFirst"),
                Arguments.of(
                        Guards.THE_CSRF_CHECK_ALONE_MAKES_POSTED_FORMS,
                        ForgottenCheck.class,
                        "calls constructor"));
    }
}
