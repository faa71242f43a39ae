package guichet.kit.foreign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A JSON document that a stranger wrote, RFC 8259: one value, each member once, of bounded length,
 * depth and numbers, its texts such as can be stored (RFC 7493 §2.1).
 */
public final class ForeignJson {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 50;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private ForeignJson() {}

    /**
     * Reads an object.
     *
     * @throws ForeignFault when it is anything else
     */
    public static ObjectNode object(String text) throws ForeignFault {
        if (read(text) instanceof ObjectNode object) {
            return object;
        }
        throw ForeignFault.malformed("is not a JSON object");
    }

    /**
     * Reads an array.
     *
     * @throws ForeignFault when it is anything else
     */
    public static ArrayNode array(String text) throws ForeignFault {
        if (read(text) instanceof ArrayNode array) {
            return array;
        }
        throw ForeignFault.malformed("is not a JSON array");
    }

    private static JsonNode read(String text) throws ForeignFault {
        if (text.length() > LONGEST) {
            throw ForeignFault.malformed("is too long");
        }
        try {
            checkTexts(text);
            return READER.readTree(text);
        } catch (JacksonException _) { // its message may quote the text
            throw ForeignFault.malformed("is not JSON, each member once");
        } catch (IOException e) {
            throw new IllegalStateException("a string is read from memory", e);
        }
    }

    private static void checkTexts(String text) throws IOException, ForeignFault {
        try (JsonParser parser = READER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (isText && parser.getText().codePoints().anyMatch(ForeignJson::isNoCharacter)) {
                    throw ForeignFault.malformed("has a text that is no Unicode");
                }
            }
        }
    }

    /** A zero ends texts elsewhere, half a surrogate pair is no character. */
    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
