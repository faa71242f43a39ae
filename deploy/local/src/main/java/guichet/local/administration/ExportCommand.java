package guichet.local.administration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code export}: prints the file that {@code apply} would change nothing by. */
@Command(
        name = "export",
        description = {
            "Print the APIs of an installation, and the applications that administrators keep,",
            "as a file for apply.",
            "What the settings declare is not in it: it has a file of its own."
        },
        footer = Administration.ENVIRONMENT)
final class ExportCommand implements Runnable {
    private final Administration administration;

    @Spec private CommandSpec command;

    ExportCommand(Administration administration) {
        this.administration = administration;
    }

    @Override
    public void run() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        for (AsCode kind : AsCode.values()) {
            ArrayNode all = file.putArray(kind.member());
            kind.present(administration.calls(kind.resource())).values().stream()
                    .filter(one -> !AsCode.isDeclared(one))
                    .forEach(one -> all.add(AsCode.said(one)));
        }
        Document.print(file, command.commandLine().getOut());
    }
}
