package guichet.local.control;

import guichet.local.stack.Service;
import picocli.CommandLine.Parameters;

/** The word SERVICE of the commands that are about one. */
final class NamedService {
    @Parameters(
            paramLabel = "SERVICE",
            description = "One of ${COMPLETION-CANDIDATES}.",
            converter = Control.Services.class,
            completionCandidates = Control.Services.class)
    private Service service;

    Service service() {
        return service;
    }
}
