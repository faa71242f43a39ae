package guichet.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The caller of an exchange: its own client asks a server that answers as the golden file says. */
public final class Caller {
    private final WireMockServer neighbour;
    private final ObjectMapper json;

    /**
     * One that calls this server.
     *
     * @param json as the service under test reads and writes
     */
    public Caller(WireMockServer neighbour, ObjectMapper json) {
        this.neighbour = neighbour;
        this.json = json;
    }

    /** The request as what the caller makes of it. */
    public <T> T request(Golden golden, Class<T> type) {
        JsonNode today = Golden.today(golden.name()).request();
        JsonNode asked =
                golden.isReleased() ? completed(today, golden.request()) : golden.request();
        try {
            return json.treeToValue(asked, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an older file does not have, a caller of today says as today's file has it. */
    private static JsonNode completed(JsonNode today, JsonNode older) {
        if (!(today instanceof ObjectNode object) || !older.isObject()) {
            return older;
        }
        for (var member : older.properties()) {
            object.set(member.getKey(), completed(object.path(member.getKey()), member.getValue()));
        }
        return object;
    }

    /**
     * Checks that the call sends the request, member by member, and that what it answers has every
     * member of the answer; that it reads over members that it does not know, and takes what is
     * said of one that may be absent for what it means.
     *
     * @param call answers what was read, written as the answer was
     */
    public void check(Golden golden, Supplier<?> call) {
        JsonNode read = answered(golden, call);

        assertThat(golden.differences(Golden.REQUEST, sent(golden))).isEmpty();
        if (!golden.isReleased()) {
            assertThat(golden.differences(Golden.RESPONSE, read)).isEmpty();
        }
        assertThat(answered(golden.withUnknownMembers(Golden.RESPONSE), call)).isEqualTo(read);
        golden.optional(Golden.RESPONSE)
                .forEach((place, meaning) ->
                        assertThat(answered(golden.without(place), call))
                                .as("without " + place)
                                .isEqualTo(answered(golden.with(place, meaning), call)));
    }

    private JsonNode answered(Golden golden, Supplier<?> call) {
        StubMapping stub = answers(golden);
        try {
            JsonNode read = json.readTree(json.writeValueAsString(call.get()));
            if (read instanceof ObjectNode object) {
                object.properties().removeIf(it -> it.getValue().isNull());
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } finally {
            neighbour.removeStub(stub);
        }
    }

    private StubMapping answers(Golden golden) {
        var headers =
                new HttpHeaders(
                        golden.headers().entrySet().stream()
                                .map(it -> HttpHeader.httpHeader(it.getKey(), it.getValue()))
                                .toList());
        var answer =
                WireMock.aResponse()
                        .withStatus(golden.status())
                        .withHeaders(
                                headers.plus(
                                        HttpHeader.httpHeader("Content-Type", "application/json")));
        return neighbour.stubFor(
                WireMock.request(golden.method(), WireMock.urlEqualTo(golden.path()))
                        .atPriority(1)
                        .willReturn(
                                golden.response().isMissingNode()
                                        ? answer
                                        : answer.withBody(golden.response().toString())));
    }

    private JsonNode sent(Golden golden) {
        String body =
                neighbour
                        .findAll(
                                RequestPatternBuilder.newRequestPattern(
                                        RequestMethod.fromString(golden.method()),
                                        WireMock.urlEqualTo(golden.path())))
                        .getLast()
                        .getBodyAsString();
        try {
            return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
