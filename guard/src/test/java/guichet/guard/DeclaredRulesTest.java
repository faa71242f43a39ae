package guichet.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start of an application without Quarkus Security, and with which words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaredRulesTest {
    private static final Reserved CELLAR = new Reserved("/cellar", List.of("Locked", "Sealed"));
    private static final FeatureContext CONTEXT =
            (FeatureContext)
                    Proxy.newProxyInstance(
                            DeclaredRulesTest.class.getClassLoader(),
                            new Class<?>[] {FeatureContext.class},
                            (context, _, _) -> context);

    @Test
    void a_method_without_a_rule_is_named_with_what_to_write() {
        assertThatThrownBy(() -> start(Forgetful.class))
                .hasMessage(
                        "guichet.guard.DeclaredRulesTest$Forgetful.answer (GET /forgetful/{id}) does"
                                + " not say who may call it: write @RequiresScope,"
                                + " @PermissionsAllowed, @RolesAllowed, @Authenticated, @PermitAll"
                                + " or @DenyAll on the method or its class, or cover its path by a"
                                + " policy of quarkus.http.auth.permission");
    }

    @Test
    void all_such_methods_are_named_at_once() {
        assertThatThrownBy(() -> start(Forgetful.class, Inheriting.class))
                .hasMessageContaining("Forgetful.answer (GET /forgetful/{id})")
                .hasMessageContaining("Inheriting.answer (POST /inheriting)");
    }

    @ParameterizedTest
    @ValueSource(classes = {Open.class, OpenMethod.class, LockedMethod.class, LockedClass.class})
    void a_rule_of_ours_and_permit_all_are_taken_on_the_method_or_its_class(Class<?> type) {
        assertThatCode(() -> start(type)).doesNotThrowAnyException();
    }

    /** Quarkus leaves them aside when the extension is missing: the method would be open. */
    @ParameterizedTest
    @ValueSource(classes = {Roles.class, Denying.class, ForUsers.class, NearerRoles.class})
    void a_rule_that_nothing_keeps_is_refused(Class<?> type) {
        assertThatThrownBy(() -> start(type))
                .hasMessageContaining(type.getName() + ".answer")
                .hasMessageMatching(
                        ".* has @(RolesAllowed|DenyAll|Authenticated), which nothing keeps without"
                                + " an extension such as quarkus-security: add it, or write"
                                + " @RequiresScope");
    }

    @Test
    void what_only_leads_to_another_resource_answers_nothing() {
        assertThatCode(() -> start(Leading.class)).doesNotThrowAnyException();
    }

    @Test
    void below_a_reserved_address_any_other_rule_is_too_little() {
        assertThatThrownBy(() -> start(OpenCellar.class))
                .hasMessage(
                        "guichet.guard.DeclaredRulesTest$OpenCellar.answer (GET /cellar/wine) is"
                                + " below /cellar: write @Locked or @Sealed");
    }

    @Test
    void one_of_its_own_rules_opens_a_reserved_address() {
        assertThatCode(() -> start(LockedCellar.class)).doesNotThrowAnyException();
    }

    @Test
    void what_only_begins_like_a_reserved_address_is_another() {
        assertThatCode(() -> start(OpenCellarage.class)).doesNotThrowAnyException();
    }

    /** With a path policy for everything: nothing keeps that either. */
    private static void start(Class<?>... types) throws NoSuchMethodException {
        var rules = new DeclaredRules();
        for (Class<?> type : types) {
            rules.configure(new Planted(type, type.getMethod("answer")), CONTEXT);
        }
        var policies = new PathPolicies(List.of(TestPolicy.of("/*")), "/");
        rules.check(new QuarkusSecurity(Optional.empty(), policies, ""), List.of(CELLAR));
    }

    @Guard(Lock.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Locked {}

    static class Lock implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {}
    }

    @Path("forgetful/")
    static class Forgetful {
        @GET
        @Path("{id}")
        public void answer() {}
    }

    @Path("/inheriting")
    interface Spoken {
        @POST
        void answer();
    }

    static class Inheriting implements Spoken {
        @Override
        public void answer() {}
    }

    @Path("/open")
    @PermitAll
    static class Open {
        @GET
        public void answer() {}
    }

    @Path("/open")
    static class OpenMethod {
        @GET
        @PermitAll
        public void answer() {}
    }

    @Path("/locked")
    static class LockedMethod {
        @GET
        @Locked
        public void answer() {}
    }

    @Path("/locked")
    @Locked
    static class LockedClass {
        @GET
        public void answer() {}
    }

    @Path("/roles")
    static class Roles {
        @GET
        @RolesAllowed("friend")
        public void answer() {}
    }

    @Path("/denying")
    @DenyAll
    static class Denying {
        @GET
        public void answer() {}
    }

    @Path("/users")
    @Authenticated
    static class ForUsers {
        @GET
        public void answer() {}
    }

    @Path("/nearer")
    @PermitAll
    static class NearerRoles {
        @GET
        @RolesAllowed("friend")
        public void answer() {}
    }

    @Path("/leading")
    static class Leading {
        @Path("below")
        public Forgetful answer() {
            return new Forgetful();
        }
    }

    @Path("/cellar/wine")
    @PermitAll
    static class OpenCellar {
        @GET
        public void answer() {}
    }

    @Path("/cellar")
    @Locked
    static class LockedCellar {
        @GET
        public void answer() {}
    }

    @Path("/cellarage")
    @PermitAll
    static class OpenCellarage {
        @GET
        public void answer() {}
    }
}
