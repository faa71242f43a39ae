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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps APIs and applications as the registry does, with versions, defaults and dry runs; the
 * movies are declared.
 */
final class Registry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IN_USE =
            """
            {"error_description": "it is used", "error_uri": "http://issuer/errors/resource-in-use"}\
            """;

    private final HttpServer server;
    private final List<String> changes = new ArrayList<>();
    private final Kind apis = new Kind("/admin/resources", "resources", new TreeMap<>());
    private final Kind apps = new Kind("/admin/applications", "applications", new TreeMap<>());

    /** By the name of one that is refused: which API has to be there before. */
    private final Map<String, String> needed = new HashMap<>();

    private final Set<String> inUse = new HashSet<>();

    private boolean losesAnswers;

    /** What it keeps at a path, in answers under a member. */
    private record Kind(String path, String member, Map<String, ObjectNode> all) {}

    Registry() throws IOException {
        put(apis, object("{\"name\": \"movies\", \"title\": \"Movies\"}"), true, 1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token", it -> Issuer.answer(it, 200, "{\"access_token\": \"the-token\"}"));
        server.createContext(apis.path, it -> answer(apis, it));
        server.createContext(apps.path, it -> answer(apps, it));
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
        return apis.all;
    }

    Map<String, ObjectNode> apps() {
        return apps.all;
    }

    /** From now on it refuses one of this name. */
    void refuses(String name) {
        refusesBefore("nothing", name);
    }

    /** From now on it refuses one of this name as long as the other one is not there. */
    void refusesBefore(String other, String name) {
        needed.put(name, other);
    }

    /** From now on an API is used by an application. */
    void keepsInUse(String name) {
        inUse.add(name);
    }

    /** From now on what it makes is there, and nobody is told. */
    void losesAnswers() {
        losesAnswers = true;
    }

    private boolean isRefused(ObjectNode one) {
        String other = needed.get(one.get("name").asText());
        return other != null && !apis.all.containsKey(other);
    }

    private void answer(Kind kind, HttpExchange exchange) throws IOException {
        String below = exchange.getRequestURI().getPath().substring(kind.path.length());
        String name = below.replace("/secret", "").replace("/", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = "" + exchange.getRequestURI().getQuery();
        boolean dryRun = query.contains("dry_run=true");
        boolean makes = exchange.getRequestMethod().equals("POST") && below.isEmpty();
        if (makes && isRefused(object(body))) {
            String fault = "not " + object(body).get("name").asText();
            Issuer.answer(exchange, 409, "{\"error_description\": \"%s\"}".formatted(fault));
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")
                && inUse.contains(name)
                && !query.contains("force=true")) {
            Issuer.answer(exchange, 409, IN_USE);
            return;
        }
        if (!exchange.getRequestMethod().equals("GET") && !dryRun) {
            changes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                if (makes) {
                    made(kind, exchange, object(body), dryRun);
                } else {
                    Issuer.answer(
                            exchange, 200, "{\"client_secret\": \"another-%s\"}".formatted(query));
                }
            }
            case "PUT" -> change(kind, exchange, object(body), dryRun);
            case "DELETE" -> delete(kind, exchange, name, dryRun);
            default -> show(kind, exchange, name);
        }
    }

    private static void show(Kind kind, HttpExchange exchange, String name) throws IOException {
        if (name.isEmpty()) {
            ObjectNode all = JSON.createObjectNode();
            kind.all.values().forEach(all.withArray("/" + kind.member)::add);
            Issuer.answer(exchange, 200, all.toString());
        } else if (kind.all.containsKey(name)) {
            Issuer.answer(exchange, 200, kind.all.get(name).toString());
        } else {
            Issuer.answer(exchange, 404, "{\"error_description\": \"nothing\"}");
        }
    }

    private void made(Kind kind, HttpExchange exchange, ObjectNode one, boolean dryRun)
            throws IOException {
        ObjectNode made = dryRun ? completed(kind, one, false, 0) : put(kind, one, false, 1);
        if (losesAnswers) {
            exchange.close();
            return;
        }
        Issuer.answer(exchange, 201, made.toString());
    }

    private static void change(Kind kind, HttpExchange exchange, ObjectNode one, boolean dryRun)
            throws IOException {
        long version = version(kind, one.get("name").asText());
        if (!isSeen(exchange, version)) {
            Issuer.answer(exchange, 412, "{\"error_description\": \"it was changed since\"}");
            return;
        }
        ObjectNode now =
                dryRun ? completed(kind, one, false, version) : put(kind, one, false, version + 1);
        Issuer.answer(exchange, 200, now.toString());
    }

    private static void delete(Kind kind, HttpExchange exchange, String name, boolean dryRun)
            throws IOException {
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        if (ifMatch != null && !isSeen(exchange, version(kind, name))) {
            Issuer.answer(exchange, 412, "{\"error_description\": \"it was changed since\"}");
            return;
        }
        if (!dryRun) {
            kind.all.remove(name);
        }
        Issuer.answer(exchange, 200, "");
    }

    private static long version(Kind kind, String name) {
        return kind.all.get(name).get("version").asLong();
    }

    private static boolean isSeen(HttpExchange exchange, long version) {
        return ("\"%d\"".formatted(version))
                .equals(exchange.getRequestHeaders().getFirst("If-Match"));
    }

    private static ObjectNode put(Kind kind, ObjectNode one, boolean declared, long version) {
        ObjectNode whole = completed(kind, one, declared, version);
        kind.all.put(whole.get("name").asText(), whole);
        return whole;
    }

    private static ObjectNode completed(Kind kind, ObjectNode one, boolean declared, long version) {
        ObjectNode whole = one.deepCopy().put("version", version);
        boolean isApi = kind.member.equals("resources");
        String member = isApi ? "signing_algorithm" : "token_endpoint_auth_method";
        if (!whole.has(member)) {
            whole.put(member, isApi ? "ES256" : "client_secret_basic");
        }
        return isApi ? whole.put("declared", declared).put("reserved", false) : whole;
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
