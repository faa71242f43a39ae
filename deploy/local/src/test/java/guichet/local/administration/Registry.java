package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps APIs as the registry does, with versions, defaults and dry runs; the movies are declared.
 */
final class Registry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/admin/resources";

    private final HttpServer server;
    private final List<String> changes = new ArrayList<>();
    private final Map<String, ObjectNode> apis = new TreeMap<>();

    /** By the name of one that is refused: which one has to be there before. */
    private final Map<String, String> needed = new HashMap<>();

    Registry() throws IOException {
        put(object("{\"name\": \"movies\", \"title\": \"Movies\"}"), true, 1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token", it -> Issuer.answer(it, 200, "{\"access_token\": \"the-token\"}"));
        server.createContext(PATH, this::answer);
        server.createContext(
                "/admin/applications", it -> Issuer.answer(it, 200, "{\"applications\": []}"));
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "GUICHET_ISSUER",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "GUICHET_ADMINISTRATOR_SECRET",
                "the-secret");
    }

    /** All that was asked for but looks. */
    List<String> changes() {
        return changes;
    }

    Map<String, ObjectNode> apis() {
        return apis;
    }

    /** From now on it refuses one of this name. */
    void refuses(String name) {
        refusesBefore("nothing", name);
    }

    /** From now on it refuses one of this name as long as the other one is not there. */
    void refusesBefore(String other, String name) {
        needed.put(name, other);
    }

    private boolean isRefused(ObjectNode api) {
        String other = needed.get(api.get("name").asText());
        return other != null && !apis.containsKey(other);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(PATH.length()).replace("/", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = "" + exchange.getRequestURI().getQuery();
        boolean dryRun = query.contains("dry_run=true");
        if (exchange.getRequestMethod().equals("POST") && isRefused(object(body))) {
            String fault = "not " + object(body).get("name").asText();
            Issuer.answer(exchange, 409, "{\"error_description\": \"%s\"}".formatted(fault));
            return;
        }
        if (!exchange.getRequestMethod().equals("GET") && !dryRun) {
            changes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> Issuer.answer(exchange, 201, made(object(body), dryRun).toString());
            case "PUT" -> change(exchange, object(body), dryRun);
            case "DELETE" -> {
                if (!dryRun) {
                    apis.remove(name);
                }
                Issuer.answer(exchange, 200, "");
            }
            default -> show(exchange, name);
        }
    }

    private void show(HttpExchange exchange, String name) throws IOException {
        if (name.isEmpty()) {
            ObjectNode all = JSON.createObjectNode();
            apis.values().forEach(all.withArray("/resources")::add);
            Issuer.answer(exchange, 200, all.toString());
        } else if (apis.containsKey(name)) {
            Issuer.answer(exchange, 200, apis.get(name).toString());
        } else {
            Issuer.answer(exchange, 404, "{\"error_description\": \"nothing\"}");
        }
    }

    private ObjectNode made(ObjectNode api, boolean dryRun) {
        return dryRun ? completed(api, false, 0) : put(api, false, 1);
    }

    private void change(HttpExchange exchange, ObjectNode api, boolean dryRun) throws IOException {
        long version = apis.get(api.get("name").asText()).get("version").asLong();
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        if (!ifMatch.equals("\"%d\"".formatted(version))) {
            Issuer.answer(exchange, 412, "{\"error_description\": \"it was changed since\"}");
            return;
        }
        ObjectNode now = dryRun ? completed(api, false, version) : put(api, false, version + 1);
        Issuer.answer(exchange, 200, now.toString());
    }

    private ObjectNode put(ObjectNode api, boolean declared, long version) {
        ObjectNode whole = completed(api, declared, version);
        apis.put(whole.get("name").asText(), whole);
        return whole;
    }

    private static ObjectNode completed(ObjectNode api, boolean declared, long version) {
        ObjectNode whole = api.deepCopy();
        if (!whole.has("signing_algorithm")) {
            whole.put("signing_algorithm", "ES256");
        }
        return whole.put("declared", declared).put("reserved", false).put("version", version);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
