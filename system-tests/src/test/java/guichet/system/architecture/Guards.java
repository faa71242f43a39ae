package guichet.system.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must stand before a deed, so that nobody can forget it. */
final class Guards {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final List<String> RULES =
            List.of(
                    "RequiresScope",
                    "CallableBy",
                    "PermissionsAllowed",
                    "RolesAllowed",
                    "Authenticated",
                    "PermitAll",
                    "DenyAll");

    /** Forms that by the standards come from elsewhere, and one that chooses a language at most. */
    private static final Set<String> FOREIGN_FORMS =
            Set.of(
                    "guichet.authorization.front.LanguageEndpoint.choose",
                    "guichet.authorization.protocol.flow.AuthorizationEndpoint.post",
                    "guichet.authorization.protocol.logout.LogoutEndpoint.post");

    private static final DescribedPredicate<JavaMethod> ENDPOINTS =
            DescribedPredicate.describe("requests are routed to", Endpoints::isEndpoint);

    /** The applications refuse to start, too; here it is seen earlier. */
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
            methods().that(ENDPOINTS).should(haveOneOf(RULES));

    static final ArchRule NEIGHBOURS_ALONE_CALL_WHAT_IS_INTERNAL =
            methods()
                    .that(ENDPOINTS)
                    .and(areBelow("/internal"))
                    .should(haveOneOf(List.of("CallableBy")));

    static final ArchRule ADMINISTRATION_IS_FOR_ADMINISTRATORS =
            methods()
                    .that(ENDPOINTS)
                    .and(areBelow("/admin"))
                    .should(haveOneOf(List.of("RequiresScope")));

    static final ArchRule A_FORM_GOES_THROUGH_THE_CSRF_CHECK =
            methods()
                    .that(DescribedPredicate.describe("take a form of ours", Guards::takesOurForm))
                    .should(handItToTheBrowser());

    /**
     * Registration asks in {@code RegistrationAuthorization}, the password grant in {@code
     * PasswordGrant}.
     */
    static final ArchRule WHAT_ANYBODY_MAY_SEND_IS_LIMITED =
            methods()
                    .that(
                            DescribedPredicate.describe(
                                    "take what anybody may send", Guards::takesWhatAnybodySends))
                    .should(haveOneOf(List.of("Limited")));

    static final ArchRule A_FORM_IS_READ_AFTER_THE_CSRF_CHECK =
            noClasses()
                    .that()
                    .resideInAPackage("guichet.authorization..")
                    .should()
                    .callMethodWhere(
                            target(owner(simpleName("MultivaluedMap")))
                                    .and(
                                            target(
                                                    nameMatching(
                                                            "get|getFirst|getOrDefault|entrySet"
                                                                    + "|values|forEach"))))
                    .as("no class reads the fields of a form but as a PostedForm");

    static final ArchRule THE_CSRF_CHECK_ALONE_MAKES_POSTED_FORMS =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Browser")
                    .should()
                    .callConstructorWhere(target(owner(simpleName("PostedForm"))));

    private Guards() {}

    private static boolean takesOurForm(JavaMethod method) {
        return method.getOwner().getPackageName().startsWith("guichet.authorization")
                && Endpoints.names(method.getAnnotations()).anyMatch("POST"::equals)
                && method.getRawParameterTypes().stream()
                        .anyMatch(it -> it.getSimpleName().equals("MultivaluedMap"))
                && !FOREIGN_FORMS.contains(method.getOwner().getName() + "." + method.getName());
    }

    private static boolean takesWhatAnybodySends(JavaMethod method) {
        return method.getOwner().getPackageName().startsWith("guichet.authorization")
                && Endpoints.isEndpoint(method)
                && Endpoints.names(method.getAnnotations()).anyMatch(CHANGING::contains)
                && !areBelow("/internal").test(method)
                && !areBelow("/admin").test(method);
    }

    private static DescribedPredicate<JavaMethod> areBelow(String path) {
        return DescribedPredicate.describe(
                "are below " + path,
                method -> (Endpoints.path(method) + "/").startsWith(path + "/"));
    }

    private static ArchCondition<JavaMethod> haveOneOf(List<String> rules) {
        return condition(
                "have one of " + rules,
                method ->
                        Stream.concat(
                                        Endpoints.names(method.getAnnotations()),
                                        Endpoints.names(method.getOwner().getAnnotations()))
                                .anyMatch(rules::contains));
    }

    private static ArchCondition<JavaMethod> handItToTheBrowser() {
        return condition(
                "hand it to Browser.posted, or to the account's AccountGuard, which does",
                method ->
                        method.getMethodCallsFromSelf().stream()
                                .map(it -> it.getTargetOwner().getSimpleName() + "." + it.getName())
                                .anyMatch(Set.of("Browser.posted", "AccountGuard.take")::contains));
    }

    private static ArchCondition<JavaMethod> condition(
            String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                method,
                                holds.test(method),
                                "%s does not %s".formatted(method.getFullName(), description)));
            }
        };
    }
}
