package guichet.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.Date;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What no class of the suite does, and what only one of them does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeTest {
    @Test
    void only_token_service_holds_private_keys() {
        noClasses()
                .that()
                .resideOutsideOfPackage("guichet.token..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrivateKey.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(KeyPairGenerator.class)
                .orShould()
                .callMethod(Signature.class, "initSign", PrivateKey.class)
                .orShould()
                .callMethod("org.jose4j.jws.JsonWebSignature", "getCompactSerialization")
                .orShould()
                .callMethod("org.jose4j.jws.JsonWebSignature", "sign")
                .check(Suite.CLASSES);
    }

    @Test
    void time_comes_from_the_injected_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("guichet.local..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(Suite.CLASSES);
    }

    @Test
    void dates_are_of_java_time() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class)
                .check(Suite.CLASSES);
    }

    @Test
    void dependencies_come_through_constructors() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(Suite.CLASSES);
    }

    @Test
    void loggers_are_the_only_static_state_that_is_not_constant() {
        fields().that().areStatic().should().beFinal().check(Suite.CLASSES);
    }

    @Test
    void no_class_is_named_after_nothing_in_particular() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Processor)|.*\\.Abstract[A-Z].*")
                .check(Suite.CLASSES);
    }

    @Test
    void nothing_but_the_commands_writes_to_the_console() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guichet.local..", "guichet.lint.command..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(Suite.CLASSES);
    }
}
