package guichet.bench.machine;

import java.util.stream.Stream;

/**
 * The machine on which was measured.
 *
 * @param cores how many processors it has
 * @param megabytes of memory
 * @param java the virtual machine of all that is written in Java
 */
public record Machine(String processor, int cores, long megabytes, String kernel, String java) {
    /** This one. */
    public static Machine here() {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Proc.number(Proc.lines("meminfo"), "MemTotal:") / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    private static String processorName() {
        return Proc.lines("cpuinfo").stream()
                .filter(line -> line.startsWith("model name"))
                .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse("unknown");
    }
}
