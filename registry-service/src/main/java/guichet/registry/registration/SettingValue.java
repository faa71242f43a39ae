package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of a setting as the JSON that a registration would have; a text where it is not so. */
final class SettingValue {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private SettingValue() {}

    static JsonNode flag(String text) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }

    static JsonNode number(String text) {
        return DIGITS.matcher(text).matches()
                ? IntNode.valueOf(Integer.parseInt(text))
                : TextNode.valueOf(text);
    }

    static JsonNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split(",")).forEach(list::add);
        return list;
    }
}
