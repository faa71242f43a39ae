package guichet.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of the packages: who may know whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackagesTest {
    private static final DescribedPredicate<JavaClass> OURS = resideInAnyPackage("guichet..");

    @Test
    void the_vocabulary_knows_no_framework() {
        classes()
                .that()
                .resideInAPackage("guichet.oauth..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "guichet.oauth..",
                        "java..",
                        "javax.net.ssl..",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .check(Suite.CLASSES);
    }

    @Test
    void the_guard_knows_the_vocabulary_only() {
        ourDependenciesOf("guichet.guard..", "guichet.guard..", "guichet.oauth..");
    }

    @Test
    void the_kit_knows_the_vocabulary_and_the_guard_only() {
        ourDependenciesOf("guichet.kit..", "guichet.kit..", "guichet.guard..", "guichet.oauth..");
    }

    @Test
    void what_calls_the_outside_knows_the_kit_and_what_that_knows_only() {
        ourDependenciesOf(
                "guichet.outside..",
                "guichet.outside..",
                "guichet.kit..",
                "guichet.guard..",
                "guichet.oauth..");
    }

    @Test
    void the_registry_s_client_knows_the_outside_and_what_that_knows_only() {
        ourDependenciesOf(
                "guichet.registryclient..",
                "guichet.registryclient..",
                "guichet.outside..",
                "guichet.kit..",
                "guichet.guard..",
                "guichet.oauth..");
    }

    @Test
    void the_resource_server_knows_the_vocabulary_and_the_guard_only() {
        ourDependenciesOf(
                "guichet.resource..", "guichet.resource..", "guichet.guard..", "guichet.oauth..");
    }

    @Test
    void the_linter_knows_the_vocabulary_only() {
        ourDependenciesOf("guichet.lint..", "guichet.lint..", "guichet.oauth..");
    }

    @Test
    void the_launcher_knows_the_vocabulary_the_linter_and_no_other_module() {
        ourDependenciesOf(
                "guichet.local..", "guichet.local..", "guichet.lint..", "guichet.oauth..");
    }

    @Test
    void the_measurements_know_the_launcher_and_the_vocabulary_only() {
        ourDependenciesOf(
                "guichet.bench..", "guichet.bench..", "guichet.local..", "guichet.oauth..");
    }

    @Test
    void the_application_knows_none_of_our_code() {
        ourDependenciesOf("guichet.moviesapp..", "guichet.moviesapp..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "authorization", "token"})
    void a_service_knows_another_over_http_only(String service) {
        ourDependenciesOf(
                "guichet." + service + "..",
                "guichet." + service + "..",
                "guichet.kit..",
                "guichet.outside..",
                "guichet.registryclient..",
                "guichet.guard..",
                "guichet.oauth..",
                "guichet.lint..",
                "guichet.resource..");
    }

    @Test
    void the_movies_know_what_any_api_may_know_only() {
        ourDependenciesOf(
                "guichet.movies..",
                "guichet.movies..",
                "guichet.kit..",
                "guichet.guard..",
                "guichet.oauth..",
                "guichet.resource..");
    }

    /** Somebody whom an application sent has a return ticket. */
    @Test
    void people_know_nothing_of_the_protocol() {
        noClasses()
                .that()
                .resideInAPackage("guichet.authorization.people..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("guichet.authorization.protocol..")
                .check(Suite.CLASSES);
    }

    @Test
    void what_both_houses_stand_on_knows_neither() {
        noClasses()
                .that()
                .resideInAPackage("guichet.authorization..")
                .and()
                .resideOutsideOfPackages(
                        "guichet.authorization.people..", "guichet.authorization.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "guichet.authorization.people..", "guichet.authorization.protocol..")
                .check(Suite.CLASSES);
    }

    @Test
    void no_two_packages_need_each_other() {
        slices().matching("guichet.(**)").should().beFreeOfCycles().check(Suite.CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        var unmarked =
                Suite.CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName);

        assertThat(unmarked).isEmpty();
    }

    @Test
    void no_package_is_named_after_a_layer() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..service..",
                        "..dto..",
                        "..model..",
                        "..util..",
                        "..impl..",
                        "..common..")
                .check(Suite.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "registry, ### Inside registry-service",
        "authorization, ### Inside authorization-service",
        "token, ### Inside token-service",
        "kit, ### Inside the kit"
    })
    void every_package_is_on_the_map(String module, String heading) throws IOException {
        String map = Files.readString(Suite.ROOT.resolve("docs/architecture.md"));
        String part = map.substring(map.indexOf(heading)).split("\n##")[0];

        var missing =
                Suite.CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("guichet." + module + "."))
                        .distinct()
                        .filter(name ->
                                !part.contains(
                                        "`" + name.substring(name.lastIndexOf('.') + 1) + "`"));

        assertThat(missing).isEmpty();
    }

    private static void ourDependenciesOf(String packages, String... allowed) {
        noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAnyPackage(allowed))))
                .check(Suite.CLASSES);
    }
}
