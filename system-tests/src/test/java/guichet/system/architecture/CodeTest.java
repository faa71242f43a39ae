package guichet.system.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.fasterxml.jackson.core.ObjectCodec;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.net.URI;
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
    private static final DescribedPredicate<JavaMethodCall> READS_WHAT_IT_DOES_NOT_KNOW =
            target(owner(resideInAPackage("org.jose4j..")))
                    .and(
                            target(
                                    nameMatching(
                                            "setCompactSerialization|process|processToClaims"
                                                    + "|parse|parseJson|newJwk|newPublicJwk"
                                                    + "|fromCompactSerialization")))
                    .as("read with jose4j's raw readers")
                    .forSubtype();

    @Test
    void only_token_service_holds_private_keys() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guichet.token..", "guichet.bench.machine..")
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
                .resideOutsideOfPackages("guichet.local..", "guichet.bench..")
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

    /** By what it inherits, any package could store and delete its rows. */
    @Test
    void repositories_are_known_in_their_own_package_only() {
        noClasses()
                .that()
                .areAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                .should()
                .bePublic()
                .check(Suite.CLASSES);
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

    /**
     * While it does not answer the database would wait as well; what must arrive goes by the
     * outbox.
     */
    @Test
    void who_calls_a_neighbour_holds_no_transaction() {
        noClasses()
                .that()
                .containAnyMethodsThat(annotatedWith("jakarta.transaction.Transactional"))
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .check(Suite.CLASSES);
    }

    /** jose4j casts what it reads; what we have signed ourselves it may. */
    @Test
    void what_strangers_sign_is_read_by_the_guarded_reader_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guichet.kit.foreign..", "guichet.resource..")
                .and()
                .doNotHaveFullyQualifiedName("guichet.token.identity.IdTokenReader")
                .and()
                .doNotHaveFullyQualifiedName("guichet.token.key.StoredKeys")
                .should()
                .callMethodWhere(READS_WHAT_IT_DOES_NOT_KNOW)
                .orShould()
                .callConstructor("org.jose4j.jwk.JsonWebKeySet", String.class.getName())
                .check(Suite.CLASSES);
    }

    /** Jackson's own reading has no bounds, and quotes what it could not read. */
    @Test
    void json_of_strangers_is_read_by_the_guarded_reader_only() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "guichet.kit..",
                        "guichet.outside..",
                        "guichet.registryclient..",
                        "guichet.registry..",
                        "guichet.authorization..",
                        "guichet.token..")
                .and()
                .resideOutsideOfPackage("guichet.kit.foreign..")
                .and()
                .doNotHaveFullyQualifiedName("guichet.authorization.protocol.json.StoredJson")
                .and()
                .doNotHaveFullyQualifiedName("guichet.kit.outbox.Outbox")
                .and()
                .doNotHaveFullyQualifiedName(
                        "guichet.registry.initialaccesstoken.InitialAccessTokensEndpoint")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(ObjectCodec.class)))
                                .and(target(nameMatching("readTree|readValue"))))
                .check(Suite.CLASSES);
    }

    /** It is null for hosts that browsers and DNS know, such as those with an underscore. */
    @Test
    void hosts_are_read_in_one_place_only() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("guichet.oauth.HttpAddress")
                .and()
                .resideOutsideOfPackages("guichet.local..", "guichet.moviesapp..")
                .should()
                .callMethod(URI.class, "getHost")
                .orShould()
                .callConstructor(URI.class, String.class)
                .check(Suite.CLASSES);
    }

    @Test
    void nothing_but_the_commands_writes_to_the_console() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guichet.local..", "guichet.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(Suite.CLASSES);
    }
}
