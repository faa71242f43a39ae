package guichet.guard;

import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** An application of a few classes that has the guard. */
final class TestApplication {
    private TestApplication() {}

    static QuarkusUnitTest with(Class<?>... classes) {
        return new QuarkusUnitTest()
                .setArchiveProducer(() ->
                        ShrinkWrap.create(JavaArchive.class)
                                .addClasses(
                                        DeclaredRules.class,
                                        Guard.class,
                                        PathPolicies.class,
                                        QuarkusSecurity.class,
                                        Reserved.class,
                                        ResourceMethod.class,
                                        TestApplication.class)
                                .addClasses(classes))
                .overrideConfigKey("quarkus.http.test-port", "0");
    }
}
