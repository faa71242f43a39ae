package guichet.local.stack;

import java.util.List;

/**
 * What a stack is run for: in which of Quarkus' profiles, with how much memory and compiled how
 * well.
 *
 * @param profile {@code local} has accounts, and opens what developers try out
 * @param javaOptions of each service's process
 */
public record Deployment(String profile, List<String> javaOptions) {
    static final String LOCAL = "local";

    public Deployment {
        javaOptions = List.copyOf(javaOptions);
    }

    /** Beside whatever else runs on the machine: small, and soon up. */
    public static Deployment development() {
        return new Deployment(
                LOCAL, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    }

    /**
     * As images run: what the virtual machine chooses by itself.
     *
     * @param heap the most that each service may take, as in {@code 1g}
     */
    public static Deployment production(String heap) {
        return new Deployment("prod", List.of("-Xmx" + heap));
    }

    boolean isLocal() {
        return profile.equals(LOCAL);
    }
}
