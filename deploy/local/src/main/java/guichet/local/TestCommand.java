package guichet.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code test}, which the script does. */
@Command(name = "test", description = "Run all tests, as CI does.")
final class TestCommand implements Callable<Integer> {
    private final Script script;

    @Parameters(
            paramLabel = "WORD",
            description = "For Maven, as in ./guichet test -pl token-service -am.")
    private List<String> words = List.of();

    TestCommand(Script script) {
        this.script = script;
    }

    @Override
    public Integer call() {
        return script.run("test", words);
    }
}
