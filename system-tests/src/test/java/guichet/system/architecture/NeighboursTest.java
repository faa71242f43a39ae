package guichet.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What a neighbour refuses is no outage, and whoever finds a question that it refuses must not be
 * able to open the breaker for everybody.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighboursTest {
    private static final String BREAKER = "org.eclipse.microprofile.faulttolerance.CircuitBreaker";
    private static final String REST_CLIENT =
            "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final String PROVIDER =
            "org.eclipse.microprofile.rest.client.annotation.RegisterProvider";
    private static final String REFUSAL = "guichet.kit.neighbour.NeighbourRefusal";

    private static final DescribedPredicate<JavaAnnotation<?>> COUNTS_REFUSALS =
            describe(
                    "a circuit breaker that counts refusals",
                    it -> it.getRawType().getName().equals(BREAKER) && !names(it, REFUSAL));

    private static final DescribedPredicate<JavaAnnotation<?>> TELLS_REFUSALS =
            describe(
                    "the mapper of refusals",
                    it ->
                            it.getRawType().getName().equals(PROVIDER)
                                    && it.get("value")
                                            .map(JavaClass.class::cast)
                                            .filter(type -> type.getName().equals(REFUSAL + "s"))
                                            .isPresent());

    @Test
    void no_circuit_breaker_counts_what_a_neighbour_refuses() {
        noClasses().should().beAnnotatedWith(COUNTS_REFUSALS).check(Suite.CLASSES);
        noMethods().should().beAnnotatedWith(COUNTS_REFUSALS).check(Suite.CLASSES);
    }

    @Test
    void every_client_of_a_neighbour_tells_a_refusal_from_an_outage() {
        classes()
                .that()
                .areAnnotatedWith(REST_CLIENT)
                .and()
                .resideOutsideOfPackage("guichet.moviesapp..")
                .should()
                .beAnnotatedWith(TELLS_REFUSALS)
                .check(Suite.CLASSES);
    }

    private static boolean names(JavaAnnotation<?> breaker, String type) {
        return breaker.get("skipOn")
                .map(JavaClass[].class::cast)
                .map(Stream::of)
                .orElseGet(Stream::empty)
                .anyMatch(it -> it.getName().equals(type));
    }
}
