package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.terminal.AnswerLost;
import guichet.local.terminal.Failure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an installation what a file says, in as many passes as it takes: one change may have to
 * wait for another, as an application does for the API whose scopes it has.
 */
final class Reconciliation {
    /** More than there are kinds of things that wait for each other. */
    private static final int MOST_PASSES = 10;

    private final Administration administration;
    private final Map<AsCode, Map<String, ObjectNode>> wanted;
    private final Options options;
    private final PrintWriter out;
    private final List<Failure> refusals = new ArrayList<>();

    /** What may have been made although nobody was told: the next pass takes it as there. */
    private final List<String> lost = new ArrayList<>();

    private int changes;

    Reconciliation(
            Administration administration,
            Map<AsCode, Map<String, ObjectNode>> wanted,
            Options options,
            PrintWriter out) {
        this.administration = administration;
        this.wanted = wanted;
        this.options = options;
        this.out = out;
    }

    /**
     * How it is done.
     *
     * @param dryRun whether it is only said what would change
     * @param prune whether what the file does not have is deleted
     * @param force whether applications lose scopes that go
     */
    record Options(boolean dryRun, boolean prune, boolean force) {
        String query() {
            return "?dry_run=%s&force=%s".formatted(dryRun, force);
        }
    }

    /**
     * Does it, and prints each change. What is to go goes last, and only if nothing was refused:
     * what replaces it may be what was refused.
     *
     * @return how many changes there are
     * @throws Failure saying what was refused; of a dry run, if nothing could be done
     */
    int run() {
        int passes = options.dryRun() ? 1 : MOST_PASSES;
        int before;
        do {
            before = changes;
            refusals.clear();
            apply(AsCode.APIS);
            apply(AsCode.APPLICATIONS);
            passes--;
        } while (passes > 0 && !refusals.isEmpty() && changes > before);
        if (options.prune()) {
            prune();
        }
        tellRefusals();
        return changes;
    }

    private void tellRefusals() {
        List<String> words =
                Stream.concat(lost.stream(), refusals.stream().map(Failure::getMessage))
                        .distinct()
                        .toList();
        if (!words.isEmpty() && (!options.dryRun() || changes == refusals.size())) {
            throw new Failure(String.join(System.lineSeparator(), words));
        }
        words.forEach(it -> out.println("as long as the rest is not done: " + it));
    }

    private void prune() {
        if (!options.dryRun() && !(refusals.isEmpty() && lost.isEmpty())) {
            refusals.add(new Failure("nothing was deleted, since not all of the rest is done"));
            return;
        }
        prune(AsCode.APPLICATIONS); // they use the APIs
        prune(AsCode.APIS);
    }

    private Map<String, ObjectNode> wanted(AsCode kind) {
        return wanted.getOrDefault(kind, Map.of());
    }

    /** Of a kind that the file does not speak of nothing goes. */
    private void prune(AsCode kind) {
        if (!wanted.containsKey(kind)) {
            return;
        }
        AdministrationCalls calls = administration.calls(kind.resource());
        kind.present(calls)
                .forEach((name, is) -> {
                    if (!wanted(kind).containsKey(name) && !AsCode.isDeclared(is)) {
                        attempt(
                                List.of("- %s %s".formatted(kind.title(), name)),
                                () -> calls.delete(path(name) + options.query(), version(is)));
                    }
                });
    }

    private static long version(JsonNode is) {
        return is.path("version").asLong();
    }

    private void apply(AsCode kind) {
        AdministrationCalls calls = administration.calls(kind.resource());
        Map<String, ObjectNode> present = kind.present(calls);
        wanted(kind)
                .forEach((name, want) -> {
                    String which = kind.title() + " " + name;
                    JsonNode is = present.get(name);
                    if (is == null) {
                        make(kind, calls, name, want);
                    } else {
                        change(calls, "~ " + which, is, want);
                    }
                });
    }

    /** That an answer is lost says not that nothing was made, and a secret is never told again. */
    private void make(AsCode kind, AdministrationCalls calls, String name, JsonNode want) {
        String which = kind.title() + " " + name;
        List<String> words = List.of("+ " + which);
        try {
            done(words, calls.post(options.query(), want));
        } catch (AnswerLost noAnswer) {
            lost.add(
                    "%s: no answer came to its making (%s); %s"
                            .formatted(
                                    which,
                                    noAnswer.getMessage(),
                                    madeAllTheSame(kind, calls, name)));
        } catch (Failure refusal) {
            refused(words, refusal);
        }
    }

    private static String madeAllTheSame(AsCode kind, AdministrationCalls calls, String name) {
        try {
            JsonNode made = kind.present(calls).get(name);
            return made == null ? "it is not there" : "it is there" + kind.untold(made);
        } catch (Failure _) {
            return "look whether it is there with ./guichet %s show %s"
                    .formatted(kind.command(), name);
        }
    }

    /** The server says what the wish comes to, with all that it leaves out. */
    private void change(AdministrationCalls calls, String which, JsonNode is, ObjectNode want) {
        String path = path(want.path("name").asText());
        long version = version(is);
        JsonNode comesTo;
        try {
            comesTo = AsCode.said(calls.put(path + "?dry_run=true&force=true", want, version));
        } catch (Failure refusal) {
            refused(List.of(which), refusal);
            return;
        }
        if (!comesTo.equals(AsCode.said(is))) {
            Stream<String> words =
                    Stream.concat(Stream.of(which), differences(AsCode.said(is), comesTo));
            attempt(words.toList(), () -> calls.put(path + options.query(), want, version));
        }
    }

    private static Stream<String> differences(JsonNode is, JsonNode comesTo) {
        var members = new TreeSet<String>();
        is.fieldNames().forEachRemaining(members::add);
        comesTo.fieldNames().forEachRemaining(members::add);
        return members.stream()
                .filter(member -> !is.path(member).equals(comesTo.path(member)))
                .map(member ->
                        "    %s: %s -> %s"
                                .formatted(
                                        member, text(is.path(member)), text(comesTo.path(member))));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private void attempt(List<String> words, Supplier<JsonNode> call) {
        try {
            done(words, call.get());
        } catch (Failure refusal) {
            refused(words, refusal);
        }
    }

    private void done(List<String> words, JsonNode answer) {
        tell(words);
        tellCredentials(answer);
    }

    /** Of a dry run it is a difference all the same. */
    private void refused(List<String> words, Failure refusal) {
        if (options.dryRun()) {
            tell(words);
        }
        refusals.add(refusal);
    }

    private void tell(List<String> words) {
        changes++;
        out.println(words.stream().collect(Collectors.joining(System.lineSeparator())));
    }

    /** This once: nobody sees the secret again. */
    private void tellCredentials(JsonNode made) {
        for (String member : List.of("client_id", "client_secret")) {
            if (!options.dryRun() && made.hasNonNull(member)) {
                out.printf("    %s: %s%n", member, made.get(member).asText());
            }
        }
    }

    private static String path(String name) {
        return AdministrationCalls.one(name);
    }
}
