package guichet.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.stack.LiveStack.LiveService;
import guichet.local.stack.LiveStack.State;
import guichet.local.stack.Service;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The command {@code status}. */
@Command(
        name = "status",
        description = "Show the services of the stack that ./guichet up runs here.",
        footer = "%nEnds with 1 unless all are ready.")
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-22s  %-9s  %s%n";

    private final Control control;

    @Mixin private final Format format = new Format();

    StatusCommand(Control control) {
        this.control = control;
    }

    @Override
    public Integer call() {
        List<LiveService> services = control.stack().services();
        format.print(json(services), StatusCommand::table);
        return areReady(services) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** One that is missing has not been started yet. */
    private static boolean areReady(List<LiveService> services) {
        return services.size() == Service.values().length
                && services.stream().allMatch(it -> it.state() == State.READY);
    }

    private static JsonNode json(List<LiveService> services) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("services");
        services.forEach(it ->
                list.addObject()
                        .put("name", it.service().module())
                        .put("state", it.state().words())
                        .put("pid", it.pid().orElse(null)));
        return answer;
    }

    private static void table(JsonNode answer, PrintWriter out) {
        out.printf(ROW, "SERVICE", "STATE", "PID");
        for (JsonNode it : answer.path("services")) {
            out.printf(
                    ROW,
                    it.path("name").asText(),
                    it.path("state").asText(),
                    it.path("pid").asText("-"));
        }
    }
}
