package guichet.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Loads that have tokens of many grants, in a file that wrk reads: servers may remember what they
 * saw, and are to have as much to remember as in earnest.
 *
 * @param path where it is written
 */
public record TokenFile(Path path) {
    /** So many chains for each connection: those whose answer is lost are lost. */
    private static final int SPARE = 2;

    /** How many refresh tokens that many connections need. */
    public static int chains(int connections) {
        return SPARE * (connections + Wrk.THREADS);
    }

    /**
     * Refreshes with rotation, RFC 6749 §6: each answer has the token of the next request.
     *
     * @param form all parameters but {@code refresh_token}
     * @param tokens at least {@link #chains} of them, each of a grant of its own
     */
    public Load rotation(
            URI address, Map<String, String> headers, String form, List<String> tokens) {
        String values = "FORM = %s%nTHREADS = %d%n".formatted(Load.quoted(form), Wrk.THREADS);
        return load(Load.form(address, headers, ""), tokens, values, "rotation.lua");
    }

    /**
     * Sends each in a form.
     *
     * @param form all parameters, that of the token at the end and without its value
     */
    public Load inForms(
            URI address, Map<String, String> headers, String form, List<String> tokens) {
        String each =
                """
                FORM = %s
                function of(token) return wrk.format(nil, nil, nil, FORM .. token) end
                """
                        .formatted(Load.quoted(form));
        return load(Load.form(address, headers, ""), tokens, each, "tokens.lua");
    }

    /** Calls an API with each, RFC 6750 §2.1. */
    public Load inHeaders(URI address, List<String> tokens) {
        String each =
                "function of(token) return wrk.format(nil, nil, {Authorization = \"Bearer \" .. token}) end\n";
        return load(Load.get(address, Map.of()), tokens, each, "tokens.lua");
    }

    private Load load(Load request, List<String> tokens, String values, String script) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String file = "FILE = %s%n".formatted(Load.quoted(path.toString()));
        return new Load(request.address(), file + values + request.script() + Wrk.resource(script));
    }
}
