package guichet.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import guichet.kit.internal.InternalCalls;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** The callee of an exchange: the service under test, called as the golden file says. */
public final class Callee {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Callee() {}

    /** What it answers to a caller of the exchange. */
    public static Response call(Golden golden) {
        return call(golden, "the-credential-of-%s-in-tests".formatted(golden.callers().getFirst()));
    }

    /** What it answers to whoever has this credential. */
    public static Response call(Golden golden, String credential) {
        var call = InternalCalls.internally(credential);
        if (!golden.request().isMissingNode()) {
            call.contentType("application/json").body(golden.request().toString());
        }
        return call.request(golden.method(), golden.path());
    }

    /** The same check where the values of the file will do as they are. */
    public static void check(Golden golden, String... generated) {
        check(golden, UnaryOperator.identity(), generated);
    }

    /**
     * Checks that the answer has the members of the file, with their types and values; that members
     * which it does not know change nothing, and the absence of one that may be absent is no fault.
     *
     * @param prepared brings about what the request is about, anew for each call, and puts its
     *     values in the place of the file's
     * @param generated the places in the answer whose values are another's each time
     */
    public static void check(Golden golden, UnaryOperator<Golden> prepared, String... generated) {
        Golden first = prepared.apply(golden);
        answersAsTold(first, first, generated);
        Golden second = prepared.apply(golden);
        answersAsTold(second, second.withUnknownMembers(Golden.REQUEST), generated);
        for (String place : golden.optional(Golden.REQUEST).keySet()) {
            assertThat(call(prepared.apply(golden).without(place)).statusCode())
                    .as("without " + place)
                    .isEqualTo(golden.status());
        }
    }

    private static void answersAsTold(Golden told, Golden asked, String... generated) {
        Response answer = call(asked);

        assertThat(answer.statusCode()).isEqualTo(told.status());
        assertThat(answer.headers().asList())
                .extracting("name")
                .containsAll(told.headers().keySet());
        if (told.status() < 400) {
            assertThat(told.differences(Golden.RESPONSE, body(answer), generated)).isEmpty();
        }
    }

    private static JsonNode body(Response answer) {
        try {
            String body = answer.asString();
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
