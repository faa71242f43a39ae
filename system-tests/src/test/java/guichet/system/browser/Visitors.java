package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those who are at a browser, until the end of the test. */
final class Visitors implements AutoCloseable {
    private final Suite stack;
    private final Chromium chromium;
    private final List<Visitor> present = new ArrayList<>();

    Visitors(Suite stack, Chromium chromium) {
        this.stack = stack;
        this.chromium = chromium;
    }

    /** Somebody new, at a desk. */
    Visitor one() {
        return one(Circumstances.DESKTOP);
    }

    /** Somebody new. */
    Visitor one(Circumstances circumstances) {
        var visitor = new Visitor(stack, chromium.profile(circumstances), circumstances);
        present.add(visitor);
        return visitor;
    }

    /** A picture of what each sees. */
    void photograph(Path folder) {
        for (int number = 0; number < present.size(); number++) {
            present.get(number).photographs(folder.resolve(number + ".png"));
        }
    }

    /** All leave, without anything to complain about. */
    void leave() {
        List<Visitor> leaving = List.copyOf(present);
        present.clear();
        assertThat(leaving.stream().flatMap(visitor -> visitor.leaves().stream()))
                .as("what the browser complained about")
                .isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
