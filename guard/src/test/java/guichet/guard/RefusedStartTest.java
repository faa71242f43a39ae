package guichet.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import guichet.guard.application.Cellar;
import guichet.guard.application.LeadingEndpoint;
import guichet.guard.application.ShelfEndpoint;
import guichet.guard.application.Spoken;
import guichet.guard.application.SpokenShelf;
import guichet.guard.application.UnruledShelf;
import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real start: what the framework routes to is found, however it came there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedStartTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION =
            TestApplication.with(
                            UnruledShelf.class,
                            Spoken.class,
                            SpokenShelf.class,
                            ShelfEndpoint.class,
                            LeadingEndpoint.class,
                            Cellar.class,
                            Cellar.Wine.class)
                    .assertException(RefusedStartTest::namesEveryMethod);

    private static void namesEveryMethod(Throwable refusal) {
        assertThat(refusal)
                .hasMessageContaining(
                        "UnruledShelf.own (GET /unruled) does not say who may call it")
                .hasMessageContaining("SpokenShelf.spoken (GET /spoken/{name})")
                .hasMessageContaining("LeadingEndpoint$Below.below (GET below another resource)")
                .hasMessageContaining(
                        "Wine.taste (GET /cellar/wine) is below /cellar: write @Locked");
        assertThat(refusal.getMessage()).doesNotContain("ShelfEndpoint", "LeadingEndpoint.lead");
    }

    @Test
    void an_application_with_methods_without_a_rule_does_not_start() {
        fail("it started");
    }
}
