package guichet.system.browser;

import guichet.system.stack.RunningStack;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Chromium for all tests; after each its visitors leave. */
final class ChromiumExtension implements ParameterResolver, AfterEachCallback {
    private static final Path FAILED = Path.of("target/screenshots/failed");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return visitors(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = visitors(context);
        context.getExecutionException()
                .ifPresent(_ -> visitors.photograph(FAILED.resolve(name(context))));
        visitors.leave();
    }

    private static Visitors visitors(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(
                        Visitors.class,
                        _ -> new Visitors(RunningStack.suite(context), Chromium.start()),
                        Visitors.class);
    }

    private static String name(ExtensionContext context) {
        return "%s.%s-%s"
                .formatted(
                        context.getRequiredTestClass().getSimpleName(),
                        context.getRequiredTestMethod().getName(),
                        context.getDisplayName().replaceAll("\\W+", "-"));
    }
}
