package guichet.local.control;

import guichet.local.stack.LiveStack;
import guichet.local.stack.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The stack of a checkout, as these commands mean it. */
public final class Control {
    private final Path data;

    /**
     * Looks for nothing yet: help is given whether or not there is a stack.
     *
     * @param data where the local stack keeps its data
     */
    public Control(Path data) {
        this.data = data;
    }

    /** The commands, annotated for picocli. */
    public List<Object> commands() {
        return List.of(
                new StatusCommand(this),
                new LogsCommand(this),
                new StopCommand(this),
                new StartCommand(this),
                new DownCommand(this));
    }

    LiveStack stack() {
        return LiveStack.on(data);
    }

    Path data() {
        return data;
    }

    private static List<String> names() {
        return Stream.of(Service.values()).map(Service::module).toList();
    }

    /** Services by the names of their folders, for picocli. */
    static final class Services extends ArrayList<String> implements ITypeConverter<Service> {
        private static final long serialVersionUID = 1L;

        Services() {
            super(names());
        }

        @Override
        public Service convert(String name) {
            return Service.of(name)
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "'%s' is no service; there are %s"
                                            .formatted(name, String.join(", ", this))));
        }
    }
}
