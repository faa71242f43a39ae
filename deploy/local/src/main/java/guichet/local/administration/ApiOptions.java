package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.terminal.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the words of a command say of an API, in a file or one by one. */
final class ApiOptions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String GRANTED_TO = "granted_to";
    private static final String SCOPES = "scopes";
    private static final String WORDS = "words";
    private static final List<String> BOTH = List.of("person", "application");

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read what is said of it from this file, YAML or JSON; - for the input.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--identifier", paramLabel = "URI", description = "What tokens name in aud.")
    private Optional<String> identifier = Optional.empty();

    @Option(names = "--title", paramLabel = "TEXT", description = "Its name for people.")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--signing-algorithm",
            paramLabel = "ALGORITHM",
            description = "ES256 unless it is given.")
    private Optional<String> signingAlgorithm = Optional.empty();

    @Option(
            names = "--access-token-lifetime",
            paramLabel = "SECONDS",
            converter = WholeNumber.class,
            description = "How long tokens for it are good at most.")
    private Optional<Integer> accessTokenLifetime = Optional.empty();

    @Option(
            names = "--access-token-claims",
            split = ",",
            paramLabel = "CLAIM",
            description =
                    "What its tokens say of the person: as far as the client may know it, but for"
                            + " roles and groups.")
    private List<String> accessTokenClaims = List.of();

    @Option(
            names = "--introspection-client",
            paramLabel = "CLIENT_ID",
            description = "As which client it asks about tokens.")
    private Optional<String> introspectionClient = Optional.empty();

    @Option(
            names = "--default",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether a request means it that names neither an API nor a scope.")
    private Optional<Boolean> isDefault = Optional.empty();

    @Option(
            names = "--scope",
            paramLabel = "NAME=WORDS",
            description = "A scope, and what it allows; once for each.")
    private Map<String, String> scopes = Map.of();

    @Option(
            names = "--granted-to",
            split = ",",
            paramLabel = "ACTOR",
            description =
                    "Who may have these scopes: person, application or both, as new ones are.")
    private List<String> grantedTo = List.of();

    @Option(
            names = "--default-scopes",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether a client has these scopes that registers without naming any.")
    private Optional<Boolean> byDefault = Optional.empty();

    /**
     * Ends the command if options say something of scopes, and none which.
     *
     * @throws ParameterException saying so
     */
    void requireScopes() {
        if (scopes.isEmpty() && (byDefault.isPresent() || !grantedTo.isEmpty())) {
            throw new ParameterException(
                    command.commandLine(),
                    "--granted-to and --default-scopes say something of the scopes that --scope"
                            + " names: add --scope NAME=WORDS for each");
        }
    }

    /**
     * What is said, over what was said before.
     *
     * @throws Failure when a file says something else
     */
    ObjectNode over(ObjectNode before) {
        ObjectNode api = file.map(Document::read).orElseGet(before::deepCopy);
        identifier.ifPresent(it -> api.put("identifier", it));
        title.ifPresent(it -> api.put("title", it));
        signingAlgorithm.ifPresent(it -> api.put("signing_algorithm", it));
        accessTokenLifetime.ifPresent(it -> api.put("access_token_lifetime", it));
        if (!accessTokenClaims.isEmpty()) {
            api.set("access_token_claims", array(accessTokenClaims));
        }
        introspectionClient.ifPresent(it -> api.put("introspection_client", it));
        isDefault.ifPresent(it -> api.put("default", it));
        if (!scopes.isEmpty()) {
            ArrayNode all = list(api);
            scopes.forEach((name, words) -> put(all, name, words));
        }
        return api;
    }

    private void put(ArrayNode all, String name, String words) {
        ObjectNode scope = find(all, name);
        words(scope).put("en", words);
        if (!grantedTo.isEmpty() || !scope.has(GRANTED_TO)) {
            scope.set(GRANTED_TO, array(grantedTo.isEmpty() ? BOTH : grantedTo));
        }
        byDefault.ifPresent(it -> scope.put("default", it));
    }

    private static ArrayNode list(ObjectNode api) {
        JsonNode all = api.path(SCOPES);
        if (all.isMissingNode() || all.isNull()) {
            return api.putArray(SCOPES);
        }
        if (all instanceof ArrayNode list) {
            return list;
        }
        throw new Failure("scopes must be a list");
    }

    private static ObjectNode words(ObjectNode scope) {
        JsonNode all = scope.path(WORDS);
        if (all.isMissingNode() || all.isNull()) {
            return scope.putObject(WORDS);
        }
        if (all instanceof ObjectNode words) {
            return words;
        }
        throw new Failure(
                "%s: words must be an object, as in {en: See the free seats}"
                        .formatted(scope.path("name").asText()));
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ObjectNode find(ArrayNode all, String name) {
        for (JsonNode each : all) {
            if (each instanceof ObjectNode scope && scope.path("name").asText().equals(name)) {
                return scope;
            }
        }
        return all.addObject().put("name", name);
    }
}
